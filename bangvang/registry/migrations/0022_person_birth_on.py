"""A day of birth is looked for by itself."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('registry', '0021_imports_and_corrections'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['birth_on'], name='person_birth_on'),
        ),
    ]
