"""How a chart becomes native DrawingML that Word edits: python-pptx writes its XML and workbook, this module makes them valid and ours.

One palette: navy for the year spoken of, pale blue-grey with a navy edge for what it is compared with. Their greys are far apart, and every
bar bears its value, so that nothing is lost in black and white.
"""

from __future__ import annotations

from typing import Any

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from doc_templates.charted import Chart
from doc_templates.cleaning import clean
from doc_templates.undated import undated

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WIDTH = 6_120_000  # 17 cm, in EMU
_COLUMNS_HEIGHT, _BAR, _AROUND = 2_160_000, 252_000, 430_000
_NAVY, _PALE, _GREY = "1F3A5F", "C3CEDA", "55606B"
_FILLS = (_NAVY, _PALE)


class NoPlaceForChart(LookupError):
    """The template has no bookmark of that name."""


def place_charts(document: Any, charts: tuple[Chart, ...]) -> None:
    """Puts each chart where its bookmark stands in a filled document. Raises NoPlaceForChart."""
    for rank, chart in enumerate(charts, start=1):
        marks = document.element.body.iter(qn("w:bookmarkStart"))
        mark = next((one for one in marks if one.get(qn("w:name")) == chart.place), None)
        if mark is None:
            raise NoPlaceForChart(chart.place)
        relation = _add_part(document.part, chart, rank)
        mark.addnext(_run(chart, relation, rank))


def _add_part(document_part: Any, chart: Chart, rank: int) -> str:
    """The chart with its workbook in the package; returns the relation that leads to it."""
    from pptx.chart.data import CategoryChartData
    from pptx.chart.xlsx import CategoryWorkbookWriter
    from pptx.chart.xmlwriter import ChartXmlWriter
    from pptx.enum.chart import XL_CHART_TYPE

    data = CategoryChartData(number_format="#,##0")
    data.categories = [clean(label).replace("\n", " ") for label in chart.categories]
    for series in chart.series:
        data.add_series(clean(series.name), series.values)
    kind = XL_CHART_TYPE.BAR_CLUSTERED if chart.kind == "bars" else XL_CHART_TYPE.COLUMN_CLUSTERED
    package = document_part.package
    workbook = undated(CategoryWorkbookWriter(data).xlsx_blob)
    book = Part(PackURI(f"/word/embeddings/graphique{rank}.xlsx"), _WORKBOOK_TYPE, workbook, package)
    part = Part(PackURI(f"/word/charts/chart{rank}.xml"), _CHART_TYPE, b"", package)
    relation = part.relate_to(book, f"{_R}/package")
    part._blob = _finished(ChartXmlWriter(kind, data).xml, chart, relation)
    return str(document_part.relate_to(part, f"{_R}/chart"))


def _finished(xml: str, chart: Chart, relation: str) -> bytes:
    """What python-pptx wrote, with what Word and our style ask beside."""
    root = etree.fromstring(xml.encode())
    _number_axes(root)
    space, plot = root.find(f"{{{_C}}}chart"), root.find(f".//{{{_C}}}plotArea")
    space.find(f"{{{_C}}}autoTitleDeleted").set("val", "1")
    root.find(f"{{{_C}}}date1904").addnext(_xml('<c:lang val="fr-FR"/>'))
    root.find(f"{{{_C}}}lang").addnext(_xml('<c:roundedCorners val="0"/>'))
    bars = plot.find(f"{{{_C}}}barChart")
    for rank, series in enumerate(bars.findall(f"{{{_C}}}ser")):
        _dress(series, rank)
    _gap(bars, wide=len(chart.series) == 1)
    _category_axis(plot.find(f"{{{_C}}}catAx"), lying=chart.kind == "bars")
    values = plot.find(f"{{{_C}}}valAx")
    values.find(f"{{{_C}}}delete").set("val", "1")  # each bar bears its value
    values.remove(values.find(f"{{{_C}}}majorGridlines"))
    values.find(f"{{{_C}}}scaling").append(_xml('<c:min val="0"/>'))
    if len(chart.series) > 1:
        plot.addnext(_xml(f'<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{_text(_GREY)}</c:legend>'))
    for old in (space.find(f"{{{_C}}}plotVisOnly"), root.find(f"{{{_C}}}txPr")):
        if old is not None:
            old.getparent().remove(old)
    space.find(f"{{{_C}}}dispBlanksAs").addprevious(_xml('<c:plotVisOnly val="1"/>'))
    space.addnext(_xml("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"))
    root.find(f"{{{_C}}}spPr").addnext(_xml(_text(_GREY)))
    root.append(_xml(f'<c:externalData r:id="{relation}"><c:autoUpdate val="0"/></c:externalData>'))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _number_axes(root: Any) -> None:
    """The schema wants axes numbered from zero up."""
    numbers: dict[str, str] = {}
    for tag in ("axId", "crossAx"):
        for one in root.iter(f"{{{_C}}}{tag}"):
            one.set("val", numbers.setdefault(one.get("val"), str(len(numbers) + 1)))


def _dress(series: Any, rank: int) -> None:
    """Its colour, and its values beside the bars; a nought is not written."""
    fill = _FILLS[rank % len(_FILLS)]
    look = (
        f'<c:spPr><a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>'
        f'<a:ln w="6350"><a:solidFill><a:srgbClr val="{_NAVY}"/></a:solidFill></a:ln></c:spPr>'
    )
    name = series.find(f"{{{_C}}}tx")
    for old in series.findall(f"{{{_C}}}spPr") + series.findall(f"{{{_C}}}invertIfNegative"):
        series.remove(old)
    name.addnext(_xml(look))
    series.find(f"{{{_C}}}spPr").addnext(_xml('<c:invertIfNegative val="0"/>'))
    labels = (
        '<c:dLbls><c:numFmt formatCode="#,##0;;" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{_text(_NAVY)}<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )
    series.find(f"{{{_C}}}cat").addprevious(_xml(labels))


def _gap(bars: Any, *, wide: bool) -> None:
    for tag in ("gapWidth", "overlap", "varyColors"):
        for old in bars.findall(f"{{{_C}}}{tag}"):
            bars.remove(old)
    bars.find(f"{{{_C}}}grouping").addnext(_xml('<c:varyColors val="0"/>'))
    first_axis = bars.find(f"{{{_C}}}axId")
    first_axis.addprevious(_xml(f'<c:gapWidth val="{45 if wide else 60}"/>'))
    first_axis.addprevious(_xml('<c:overlap val="0"/>'))


def _category_axis(axis: Any, *, lying: bool) -> None:
    """Bars read from above; a fine line below columns."""
    if lying:
        axis.find(f"{{{_C}}}scaling/{{{_C}}}orientation").set("val", "maxMin")
    axis.find(f"{{{_C}}}majorTickMark").set("val", "none")
    line = '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="C9D1D9"/></a:solidFill></a:ln></c:spPr>'
    for old in axis.findall(f"{{{_C}}}txPr") + axis.findall(f"{{{_C}}}spPr"):
        axis.remove(old)
    axis.find(f"{{{_C}}}tickLblPos").addnext(_xml(line))
    axis.find(f"{{{_C}}}spPr").addnext(_xml(_text(_GREY)))


def _text(colour: str) -> str:
    """Nine points, as the smallest text of our documents."""
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
        '<a:latin typeface="Calibri"/></a:defRPr></a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr>'
    )


def _xml(fragment: str) -> Any:
    wrapped = f'<x xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{_R}">{fragment}</x>'
    return etree.fromstring(wrapped)[0]


def _run(chart: Chart, relation: str, rank: int) -> Any:
    """The run that shows it, with its words for screen readers."""
    height = _COLUMNS_HEIGHT if chart.kind == "columns" else _AROUND + _BAR * len(chart.categories)
    run = parse_xml(
        f'<w:r xmlns:w="{qn("w:r")[1:].split("}")[0]}" xmlns:wp="{_WP}" xmlns:a="{_A}" xmlns:c="{_C}" xmlns:r="{_R}">'
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{_WIDTH}" cy="{height}"/>'
        f'<wp:docPr id="{rank}" name="Graphique {rank}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_C}">'
        f'<c:chart r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    described = run.find(f".//{{{_WP}}}docPr")
    described.set("title", clean(chart.title))
    described.set("descr", clean(chart.alt))
    return run
