from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("nominations", "0015_routes")]

    operations = [
        migrations.AddField("upload", "mended", models.JSONField(default=dict)),
    ]
