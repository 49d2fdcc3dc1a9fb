"""Who may enter the pages of imports of past awards, line by line."""

from bangvang.foundation.actor import Role
from bangvang.web.entry import entry
from bangvang.web.navigation import OFFICE
from bangvang.web.office.views import import_acts, import_units, imports

READS = OFFICE | {Role.INSPECTOR}

IMPORTS = [
    entry("nhap-khen-thuong/", imports.imports, may=READS, name="imports"),
    entry("nhap-khen-thuong/moi/", imports.stage, may=OFFICE, name="stage_import"),
    entry("nhap-khen-thuong/<ref>/", imports.show, may=READS, name="import"),
    entry("nhap-khen-thuong/<ref>/tep/", imports.file, may=READS, name="import_file"),
    entry("nhap-khen-thuong/<ref>/bao-cao/", imports.report, may=READS, name="import_report"),
    entry("nhap-khen-thuong/<ref>/doc-lai/", imports.read_again, may=OFFICE, name="import_read"),
    entry("nhap-khen-thuong/<ref>/ghi/", imports.accept, may=OFFICE, name="accept_import"),
    entry("nhap-khen-thuong/<ref>/huy/", imports.undo, may=OFFICE, name="undo_import"),
    entry(
        "nhap-khen-thuong/<ref>/bang-ma/", import_acts.letters, may=OFFICE, name="import_letters"
    ),
    entry(
        "nhap-khen-thuong/<ref>/cot/<int:sheet>/",
        import_acts.columns,
        may=OFFICE,
        name="import_columns",
    ),
    entry(
        "nhap-khen-thuong/<ref>/dong/<int:sheet>/<int:row>/",
        import_acts.choose,
        may=OFFICE,
        name="import_choose",
    ),
    entry(
        "nhap-khen-thuong/<ref>/dong/<int:sheet>/<int:row>/sua/",
        import_acts.mend,
        may=OFFICE,
        name="import_mend",
    ),
    entry(
        "nhap-khen-thuong/<ref>/don-vi/<key>/", import_units.unit, may=OFFICE, name="import_unit"
    ),
    entry(
        "nhap-khen-thuong/<ref>/don-vi/<key>/moi/",
        import_units.new_body,
        may=OFFICE,
        name="import_new_body",
    ),
]
