
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('publishing', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Turn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(max_length=64)),
                ('what', models.CharField(max_length=20)),
                ('day', models.DateField()),
                ('count', models.BigIntegerField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('token', 'what', 'day'), name='turns_once_a_day'), models.CheckConstraint(condition=models.Q(('count__gte', 0)), name='turns_not_negative')],
            },
        ),
    ]
