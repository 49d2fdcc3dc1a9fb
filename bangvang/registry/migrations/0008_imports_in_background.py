"""Imports read in the background, unreadable files, and cells mended on the page."""

import bangvang.registry.states
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('foundation_files', '0001_initial'),
        ('registry', '0007_search'),
    ]

    operations = [
        migrations.CreateModel(
            name='CellMend',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sheet_no', models.IntegerField()),
                ('row', models.IntegerField()),
                ('column', models.IntegerField()),
                ('field', models.CharField(max_length=20)),
                ('cell', models.CharField(max_length=12)),
                ('before', models.TextField(blank=True)),
                ('after', models.TextField(blank=True)),
                ('mended_by_ref', models.CharField(max_length=40)),
                ('mended_by_name', models.CharField(max_length=200)),
                ('mended_at', models.DateTimeField()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='awardimport',
            name='one_import_a_file',
        ),
        migrations.AddField(
            model_name='awardimport',
            name='entered',
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name='awardimport',
            name='trouble',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='importrow',
            name='raw',
            field=models.JSONField(default=dict),
        ),
        migrations.AlterField(
            model_name='awardimport',
            name='state',
            field=models.CharField(choices=[('READING', 'READING'), ('REFUSED', 'REFUSED'), ('STAGED', 'STAGED'), ('ACCEPTED', 'ACCEPTED'), ('UNDONE', 'UNDONE')], max_length=10),
        ),
        migrations.AddConstraint(
            model_name='awardimport',
            constraint=models.UniqueConstraint(condition=models.Q(('undone_at__isnull', True), models.Q(('state', bangvang.registry.states.ImportState['REFUSED']), _negated=True)), fields=('digest',), name='one_import_a_file'),
        ),
        migrations.AddField(
            model_name='cellmend',
            name='award_import',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.awardimport'),
        ),
        migrations.AddIndex(
            model_name='cellmend',
            index=models.Index(fields=['award_import', 'sheet_no', 'row'], name='mend_by_row'),
        ),
    ]
