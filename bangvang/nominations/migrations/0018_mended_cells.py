from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("nominations", "0013_returns_and_remarks")]

    operations = [
        migrations.AddField("upload", "mended", models.JSONField(default=dict)),
    ]
