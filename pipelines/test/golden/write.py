"""Writes the inputs that other programs write: shapefiles and GeoPackages by GDAL, workbooks by openpyxl and by hand.

    pip install pyogrio==0.10.0 geopandas openpyxl && python write.py

Beside each map lies `expected.ndjson`, the same features as GDAL reads them.
"""
import datetime
import gzip
import io
import json
import os
import shutil
import tempfile
import zipfile

import geopandas
import openpyxl
import pyogrio
from shapely import wkt
from shapely.geometry import mapping

here = os.path.dirname(os.path.abspath(__file__))


def case(path, name, data, form=None):
    folder = os.path.join(here, path)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "wb") as out:
        out.write(data)
    if form is not None:
        with open(os.path.join(folder, "format.json"), "w") as out:
            out.write(json.dumps(form, ensure_ascii=False) + "\n")


def zipped(files):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            info = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return held.getvalue()


geometries = {
    "areas": [
        "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))",
        "POLYGON ((20 0, 40 0, 40 20, 20 20, 20 0), (22 2, 24 2, 24 4, 22 4, 22 2), (30 5, 35 5, 35 9, 30 9, 30 5))",
        "MULTIPOLYGON (((50 0, 60 0, 60 10, 50 10, 50 0), (51 1, 59 1, 59 9, 51 9, 51 1)), ((53 3, 57 3, 57 7, 53 7, 53 3)), ((70 0, 71 0, 71 1, 70 0)))",
        None,
    ],
    "lines": ["LINESTRING (0 0, 1 1, 2 0)", "MULTILINESTRING ((0 0, 1 1), (5 5, 6 6, 7 5))"],
    "points": ["POINT Z (1 2 3.5)", "POINT Z (4 5 -6)"],
    "clusters": ["MULTIPOINT (1 2, 3 4)", "MULTIPOINT (5 6)"],
    "tilted": ["POLYGON Z ((0 0 1, 10 0 1, 10 10 2, 0 10 2, 0 0 1), (2 2 1.2, 2 4 1.4, 4 4 1.4, 4 2 1.2, 2 2 1.2))"],
}
texts = ["Район «Центр»", "Їжакевича, 5", "Ґанок", None]


def frame(kind, crs):
    shapes = [None if one is None else wkt.loads(one) for one in geometries[kind]]
    count = len(shapes)
    return geopandas.GeoDataFrame(
        {
            "name": texts[:count],
            "code": [f"00{number}" for number in range(count)],
            "area": [1.5, 2.25, -3.125, None][:count],
            "floors": [1, 2, 3, 4][:count],
            "built": [datetime.date(2001, 2, 3), datetime.date(1999, 12, 31), None, None][:count],
        },
        geometry=shapes,
        crs=crs,
    )


def lists(coordinates):
    return [lists(one) for one in coordinates] if isinstance(coordinates, (tuple, list)) else coordinates


def expected(path, source, layer=None):
    read = pyogrio.read_dataframe(source, layer=layer)
    lines = []
    for row in read.itertuples():
        geometry = None
        if row.geometry is not None and not row.geometry.is_empty:
            shape = mapping(row.geometry)
            geometry = {"type": shape["type"], "coordinates": lists(shape["coordinates"])}
        name = row.name if isinstance(row.name, str) else None
        lines.append(json.dumps({"name": name, "geometry": geometry}, ensure_ascii=False))
    with open(os.path.join(here, path, "expected.ndjson"), "w") as out:
        out.write("".join(line + "\n" for line in lines))


def shapefile(kind, crs="EPSG:32636", encoding="UTF-8"):
    """The files of a shapefile by their endings."""
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, f"{kind}.shp")
    frame(kind, crs).to_file(path, engine="pyogrio", encoding=encoding)
    files = {name.rsplit(".", 1)[1]: open(os.path.join(folder, name), "rb").read() for name in sorted(os.listdir(folder))}
    shutil.rmtree(folder)
    # The day it was written.
    files["dbf"] = files["dbf"][:1] + bytes([125, 1, 1]) + files["dbf"][4:]
    return files


def shape_case(name, kind, form=None, without=(), change=None, folder="", **options):
    files = {end: data for end, data in shapefile(kind, **options).items() if end not in without}
    if change:
        change(files)
    data = zipped([(f"{folder}{kind}.{end}", one) for end, one in files.items()])
    case(f"shapefile/{name}", "input.zip", data, {"kind": "shapefile", **(form or {})})
    return f"shapefile/{name}", data


def check(path, data, inside=""):
    held = os.path.join(tempfile.mkdtemp(), "input.zip")
    open(held, "wb").write(data)
    expected(path, f"/vsizip/{held}{inside}")


for kind in geometries:
    check(*shape_case(kind, kind))
check(*shape_case("in-a-folder-in-windows-1251", "areas", encoding="CP1251", folder="Дані/"), "/Дані/areas.shp")


def without_code_page(files):
    files.pop("cpg", None)
    files["dbf"] = files["dbf"][:29] + b"\0" + files["dbf"][30:]


def driver_of_1251(files):
    files.pop("cpg", None)
    files["dbf"] = files["dbf"][:29] + b"\xc9" + files["dbf"][30:]


shape_case("in-windows-1251-that-nothing-says", "areas", encoding="CP1251", change=without_code_page)
shape_case("in-windows-1251-by-its-header", "areas", encoding="CP1251", change=driver_of_1251)
shape_case("in-utf-8-that-nothing-says", "areas", change=without_code_page)
shape_case("in-a-code-page-that-is-declared", "areas", {"encoding": "ibm866"}, encoding="CP866", without=("cpg",))
shape_case("of-no-known-place", "points", without=("prj",))
shape_case("of-a-declared-place", "points", {"crs": "EPSG:6384"}, without=("prj",))
shape_case("in-degrees", "points", crs="EPSG:4326")
shape_case("of-a-ukrainian-zone", "points", crs="EPSG:6384")
shape_case("without-a-table", "points", without=("dbf",))
shape_case("cut-short", "areas", change=lambda files: files.update(shp=files["shp"][:-40]))



def shape_less(files):
    length = int.from_bytes(files["shp"][104:108], "big") * 2 + 8
    rest = files["shp"][100 + length :]
    files["shp"] = files["shp"][:24] + ((100 + len(rest)) // 2).to_bytes(4, "big") + files["shp"][28:100] + rest


shape_case("with-a-shape-too-few", "areas", change=shape_less)
shape_case("with-a-row-too-few", "areas", change=lambda files: files.update(dbf=files["dbf"][:4] + b"\3\0\0\0" + files["dbf"][8:]))


def delete_second(files):
    dbf = bytearray(files["dbf"])
    first, width = int.from_bytes(dbf[8:10], "little"), int.from_bytes(dbf[10:12], "little")
    dbf[first + width] = 0x2A
    files["dbf"] = bytes(dbf)


def break_second(files):
    shp = bytearray(files["shp"])
    length = int.from_bytes(shp[104:108], "big") * 2
    at = 108 + length + 8
    shp[at + 40 : at + 44] = (100000).to_bytes(4, "little")
    files["shp"] = bytes(shp)


shape_case("with-a-row-deleted", "areas", change=delete_second)
shape_case("with-a-shape-that-is-broken", "areas", change=break_second)
two = [(f"{kind}.{end}", data) for kind in ("areas", "points") for end, data in shapefile(kind).items()]
case("shapefile/two-layers", "input.zip", zipped(two), {"kind": "shapefile", "layer": "Points"})
case("shapefile/two-layers-and-none-is-said", "input.zip", zipped(two), {"kind": "shapefile"})


def geopackage(layers):
    path = os.path.join(tempfile.mkdtemp(), "input.gpkg")
    for name, (kind, crs) in layers.items():
        frame(kind, crs).to_file(path, layer=name, driver="GPKG", engine="pyogrio")
    # When it was written.
    import sqlite3

    base = sqlite3.connect(path)
    base.execute("update gpkg_contents set last_change = '2025-01-01T00:00:00.000Z'")
    base.commit()
    base.execute("vacuum")
    base.close()
    return path


def package_case(name, layers, form=None, layer=None):
    path = geopackage(layers)
    packed = gzip.compress(open(path, "rb").read(), mtime=0)
    case(f"geopackage/{name}", "input.gpkg.gz", packed, {"kind": "geopackage", **(form or {})})
    if form is None or layer:
        expected(f"geopackage/{name}", path, layer)


for kind in geometries:
    package_case(kind, {kind: (kind, "EPSG:25832")})
both = {"areas": ("areas", "EPSG:4326"), "points": ("points", "EPSG:6384")}
package_case("two-layers", both, {"layer": "Points"}, "points")
package_case("two-layers-and-none-is-said", both, {})
whole = open(geopackage({"points": ("points", "EPSG:25832")}), "rb").read()
case("geopackage/cut-short", "input.gpkg.gz", gzip.compress(whole[: len(whole) // 2], mtime=0), {"kind": "geopackage"})
case("geopackage/no-database", "input.gpkg", b"PK\3\4 no", {"kind": "geopackage"})

# Workbooks as openpyxl writes them: formulas without their results.
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Звернення"
sheet.append(["Реєстр звернень", None, None, None, None])
sheet.merge_cells("A1:E1")
sheet.append([None, None, None, None, None])
sheet.append(["Номер", "Дата", "Адреса", None, "Разом"])
sheet.merge_cells("C3:D3")
sheet.append([None, None, "вулиця", "будинок", None])
sheet.append(["001", datetime.datetime(2025, 3, 2, 10, 15), "Садова", 5, "=D5*2"])
sheet.append(["002", datetime.date(2025, 3, 3), "Морська", "7а", None])
sheet.append([None, None, None, None, None])
sheet.append(["003", datetime.time(9, 5), "Миру\nпроспект", 0.1, True])
for row in sheet["B5:B6"]:
    row[0].number_format = "dd.mm.yyyy hh:mm"
hidden = book.create_sheet("Приховано", 0)
hidden.append(["x"])
hidden.append([1])
hidden.sheet_state = "hidden"
more = book.create_sheet("Ще")
more.append(["name", "day"])
more.append(["a", datetime.date(1900, 2, 28)])
more.append(["b", datetime.date(1900, 3, 1)])
held = io.BytesIO()
book.active = 1
book.save(held)
with zipfile.ZipFile(io.BytesIO(held.getvalue())) as archive:
    parts = [(name, archive.read(name)) for name in archive.namelist() if not name.startswith("docProps")]
case("xlsx/a-header-of-two-rows", "input.xlsx", zipped(parts), {"kind": "xlsx", "headerRow": 3, "headerRows": 2})
case("xlsx/a-title-above", "input.xlsx", zipped(parts), {"kind": "xlsx"})
case("xlsx/another-sheet", "input.xlsx", zipped(parts), {"kind": "xlsx", "sheet": "Ще"})
case("xlsx/no-such-sheet", "input.xlsx", zipped(parts), {"kind": "xlsx", "sheet": "Інший"})

# Workbooks by hand: what a format allows and no library here writes.
main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def by_hand(rows, book="", styles="", texts="", tail=""):
    relation = '<Relationship Id="{0}" Type="' + office + '/{1}" Target="{2}"/>'
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return zipped(
        [
            ("_rels/.rels", f'<Relationships xmlns="{package}">{relation.format("r1", "officeDocument", "/xl/workbook.xml")}</Relationships>'),
            ("xl/workbook.xml", f'<workbook {main} xmlns:r="{office}">{book}<sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'),
            ("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}">{relation.format("r1", "worksheet", "worksheets/sheet1.xml")}{relation.format("r2", "styles", "styles.xml")}{relation.format("r3", "sharedStrings", "sharedStrings.xml")}</Relationships>'),
            ("xl/styles.xml", f"<styleSheet {main}>{styles}</styleSheet>"),
            ("xl/sharedStrings.xml", f"<sst {main}>{texts}</sst>"),
            ("xl/worksheets/sheet1.xml", f"<worksheet {main}><sheetData>{rows}</sheetData>{tail}</worksheet>"),
        ]
    )


formats = (
    '<numFmts><numFmt numFmtId="164" formatCode="[$-422]dd\\.mm\\.yyyy;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/>'
    '<numFmt numFmtId="166" formatCode="#,##0.00\\ &quot;днів&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>'
    '<xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="22"/></cellXfs>'
)
shared = '<si><t xml:space="preserve"> name </t></si><si><r><t>жир</t></r><r><t>ний_x000D_</t></r><rPh><t>x</t></rPh></si>'
kinds = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>value</t></is></c></row>'
    '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>45718</v></c></row>'
    '<row r="3"><c r="A3" t="str"><f>1&amp;2</f><v>12</v></c><c r="B3" s="5"><v>45718.427083333336</v></c></row>'
    '<row r="4"><c r="A4" t="e"><v>#REF!</v></c><c r="B4" s="2"><v>60</v></c></row>'
    '<row r="5"><c r="A5" t="b"><v>1</v></c><c r="B5" s="3"><v>1.0625</v></c></row>'
    '<row r="7"><c r="A7"><f>SUM(B1:B2)</f><v>0.30000000000000004</v></c><c r="B7" s="4"><v>1234.5</v></c><c r="D7"><v>9</v></c></row>'
    '<row r="8"><c r="A8" t="d"><v>2025-03-02T00:00:00</v></c><c r="B8" s="1"><v>-5</v></c></row>'
    '<row r="9"><c><v>1E5</v></c><c t="s"><v>99</v></c></row>'
)
case("xlsx/all-kinds-of-cells", "input.xlsx", by_hand(kinds, styles=formats, texts=shared))
case("xlsx/days-from-1904", "input.xlsx", by_hand(kinds, book='<workbookPr date1904="1"/>', styles=formats, texts=shared))
case("xlsx/a-workbook-with-macros", "input.xlsm", by_hand(kinds, styles=formats, texts=shared), {"kind": "xlsx"})
case("xlsx/nothing-in-it", "input.xlsx", by_hand(""))
case("xlsx/a-header-alone", "input.xlsx", by_hand('<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'))
case("xlsx/cut-short", "input.xlsx", by_hand(kinds)[:-60])
case("xlsx/rows-that-break-off", "input.xlsx", by_hand('<row r="1"><c r="A1"><v>1</v></c></row><row'))
case("xlsx/an-entity-of-its-own", "input.xlsx", by_hand('<row r="1"><c r="A1" t="str"><v>&x;</v></c></row>'))
case("xlsx/a-plain-archive", "input.xlsx", zipped([("a.csv", "id\n1\n")]))
case("xlsx/an-open-document", "input.xlsx", zipped([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")]))
case("xlsx/a-binary-workbook", "input.xlsx", zipped([("xl/workbook.bin", b"\0")]))
old = bytearray(8192)
old[:8] = bytes.fromhex("d0cf11e0a1b11ae1")
old[30:32] = (9).to_bytes(2, "little")
old[48:52] = (1).to_bytes(4, "little")
case("xlsx/an-old-workbook", "input.xls", bytes(old), {"kind": "xlsx"})
name = "EncryptedPackage".encode("utf-16-le")
old[1024 + 128 : 1024 + 128 + len(name)] = name
case("xlsx/a-locked-workbook", "input.xlsx", bytes(old))
