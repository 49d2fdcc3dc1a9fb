from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("nominations", "0017_files_coming_in")]

    operations = [
        migrations.AddField("upload", "mended", models.JSONField(default=dict)),
    ]
