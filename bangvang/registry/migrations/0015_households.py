"""Households, foreign collectives, countries: no bodies of the tree. A foreigner's country."""

from django.db import migrations, models

from bangvang.foundation.db.search_index import install, uninstall
from bangvang.registry.states import SEARCHED


def searched(apps, schema_editor):
    """Make the search tables and the triggers that keep them current."""
    install(schema_editor, SEARCHED)


def not_searched(apps, schema_editor):
    """On SQLite no table is made anew while triggers of the other one name it."""
    uninstall(schema_editor, SEARCHED)


class Migration(migrations.Migration):

    dependencies = [
        ('registry', '0014_agency_lists'),
    ]

    operations = [
        migrations.RunPython(not_searched, searched),
        migrations.AddField(
            model_name='person',
            name='nationality',
            field=models.CharField(blank=True, db_default='', default='', max_length=100),
        ),
        migrations.AlterField(
            model_name='organisation',
            name='kind',
            field=models.CharField(choices=[('PROVINCE', 'tỉnh'), ('DEPARTMENT', 'sở, ban, ngành'), ('DISTRICT', 'huyện, thị xã, thành phố'), ('COMMUNE', 'xã, phường, thị trấn'), ('ASSOCIATION', 'đoàn thể, hội'), ('ENTERPRISE', 'doanh nghiệp'), ('SUB_UNIT', 'đơn vị trực thuộc'), ('HOUSEHOLD', 'hộ gia đình'), ('FOREIGN', 'tập thể người nước ngoài'), ('COUNTRY', 'nước')], max_length=12),
        ),
        migrations.AddConstraint(
            model_name='organisation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ('HOUSEHOLD', 'FOREIGN')), _negated=True), ('parent__isnull', False), _connector='OR'), name='recipient_apart_is_from_somewhere'),
        ),
        migrations.RunPython(searched, not_searched),
    ]
