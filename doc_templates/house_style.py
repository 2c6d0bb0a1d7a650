"""What our documents look like: styles, numbering, settings and fonts of every template of the house, as Word keeps them.

Colours: navy 1F3A5F, green 256B5C, grey 55606B (each at least 5:1 on white), rules C9D1D9, bands F3F6F9.
"""

from __future__ import annotations

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 11906, 16838, 1134  # A4 and 2 cm, in twentieths of a point
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN

_FONTS = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'
_TABS = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'


def _paragraph(
    name: str, identity: str, *, ppr: str = "", rpr: str = "", base: str = "Normal", following: str = "", extra: str = ""
) -> str:
    follow = f'<w:next w:val="{following}"/>' if following else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"{extra}><w:name w:val="{name}"/><w:basedOn w:val="{base}"/>{follow}'
        f'<w:uiPriority w:val="1"/><w:qFormat/><w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>'
    )


_CUSTOM = ' w:customStyle="1"'
_CELL_MARGINS = (
    '<w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
    '<w:bottom w:w="45" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
)
_BAND = '<w:tblStylePr w:type="band2Horz"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F3F6F9"/></w:tcPr></w:tblStylePr>'
_COLUMNS = '<w:insideV w:val="single" w:sz="4" w:space="0" w:color="C9D1D9"/>'
_FIRST_COLUMN = '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:color w:val="1F3A5F"/></w:rPr></w:tblStylePr>'
_FIRST_ROW = (
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr>'
    '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="1F3A5F"/></w:tcPr></w:tblStylePr>'
)


def _table(name: str, identity: str, *, conditions: str, columns: str = "") -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{identity}"><w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/>'
        '<w:uiPriority w:val="59"/><w:qFormat/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        '<w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblStyleColBandSize w:val="1"/><w:tblBorders>'
        '<w:top w:val="single" w:sz="8" w:space="0" w:color="1F3A5F"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="1F3A5F"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="C9D1D9"/>{columns}</w:tblBorders>'
        f"{_CELL_MARGINS}</w:tblPr>{conditions}</w:style>"
    )


_PARAGRAPHS = (
    _paragraph(
        "Surtitre",
        "Surtitre",
        extra=_CUSTOM,
        ppr='<w:keepNext/><w:spacing w:after="20"/>',
        rpr='<w:b/><w:caps/><w:color w:val="256B5C"/><w:spacing w:val="30"/><w:sz w:val="20"/><w:szCs w:val="20"/>',
        following="Title",
    ),
    _paragraph("Surtitre en haut de page", "SurtitreHaut", base="Surtitre", extra=_CUSTOM, ppr="<w:pageBreakBefore/>", following="Title"),
    _paragraph(
        "Title",
        "Title",
        ppr='<w:keepNext/><w:spacing w:after="40" w:line="240" w:lineRule="auto"/>',
        rpr='<w:b/><w:color w:val="1F3A5F"/><w:sz w:val="52"/><w:szCs w:val="52"/>',
        following="Subtitle",
    ),
    _paragraph(
        "Subtitle",
        "Subtitle",
        ppr='<w:keepNext/><w:spacing w:after="40"/>',
        rpr='<w:color w:val="1F3A5F"/><w:sz w:val="26"/><w:szCs w:val="26"/>',
        following="Jour",
    ),
    _paragraph(
        "Jour",
        "Jour",
        extra=_CUSTOM,
        ppr='<w:keepNext/><w:spacing w:after="240"/>',
        rpr='<w:color w:val="55606B"/><w:sz w:val="24"/><w:szCs w:val="24"/>',
        following="Normal",
    ),
    _paragraph(
        "heading 1",
        "Heading1",
        ppr='<w:keepNext/><w:keepLines/><w:pBdr><w:bottom w:val="single" w:sz="8" w:space="3" w:color="1F3A5F"/></w:pBdr>'
        '<w:spacing w:before="340" w:after="140" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="0"/>',
        rpr='<w:b/><w:color w:val="1F3A5F"/><w:sz w:val="30"/><w:szCs w:val="30"/>',
        following="Normal",
    ),
    _paragraph(
        "heading 2",
        "Heading2",
        ppr='<w:keepNext/><w:keepLines/><w:spacing w:before="200" w:after="90" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="1"/>',
        rpr='<w:b/><w:color w:val="256B5C"/><w:sz w:val="23"/><w:szCs w:val="23"/>',
        following="Normal",
    ),
    _paragraph(
        "List Number",
        "ListNumber",
        ppr='<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="50"/><w:ind w:left="425" w:hanging="425"/>',
    ),
    _paragraph(
        "List Bullet",
        "ListBullet",
        ppr='<w:numPr><w:numId w:val="2"/></w:numPr><w:spacing w:after="50"/><w:ind w:left="425" w:hanging="425"/>',
    ),
    _paragraph(
        "Destinataire",
        "Destinataire",
        extra=_CUSTOM,
        ppr='<w:keepNext/><w:keepLines/><w:spacing w:after="0"/><w:ind w:left="5100"/>',
    ),
    _paragraph("Formule", "Formule", extra=_CUSTOM, ppr='<w:spacing w:before="200" w:after="120"/>'),
    _paragraph(
        "Signataire", "Signataire", extra=_CUSTOM, ppr='<w:keepLines/><w:spacing w:before="280" w:after="0"/><w:ind w:left="5100"/>'
    ),
    _paragraph(
        "Texte de tableau",
        "TexteTableau",
        extra=_CUSTOM,
        ppr='<w:spacing w:after="0" w:line="245" w:lineRule="auto"/>',
        rpr='<w:sz w:val="19"/><w:szCs w:val="19"/>',
    ),
    _paragraph(
        "Titre de colonne",
        "TitreColonne",
        base="TexteTableau",
        extra=_CUSTOM,
        ppr="<w:keepNext/>",
        rpr='<w:b/><w:color w:val="FFFFFF"/>',
    ),
    _paragraph("Libellé", "Libelle", base="TexteTableau", extra=_CUSTOM, rpr='<w:b/><w:color w:val="1F3A5F"/>'),
    _paragraph(
        "Encadré",
        "Encadre",
        extra=_CUSTOM,
        ppr='<w:keepLines/><w:pBdr><w:top w:val="single" w:sz="4" w:space="5" w:color="EAF2F0"/>'
        '<w:left w:val="single" w:sz="36" w:space="8" w:color="256B5C"/>'
        '<w:bottom w:val="single" w:sz="4" w:space="5" w:color="EAF2F0"/></w:pBdr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="EAF2F0"/><w:spacing w:after="0"/><w:ind w:left="227"/>',
    ),
    _paragraph(
        "Note",
        "Note",
        extra=_CUSTOM,
        ppr='<w:keepLines/><w:spacing w:before="300" w:after="0"/>',
        rpr='<w:color w:val="55606B"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
    ),
    _paragraph("Certification", "Certification", extra=_CUSTOM, ppr='<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="700"/>'),
    _paragraph(
        "header", "Header", ppr=f'{_TABS}<w:spacing w:after="0"/>', rpr='<w:color w:val="55606B"/><w:sz w:val="18"/><w:szCs w:val="18"/>'
    ),
    _paragraph(
        "footer", "Footer", ppr=f'{_TABS}<w:spacing w:after="0"/>', rpr='<w:color w:val="55606B"/><w:sz w:val="18"/><w:szCs w:val="18"/>'
    ),
)

STYLES = (
    f'<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}<w:sz w:val="21"/><w:szCs w:val="21"/>'
    '<w:lang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="fr-FR"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
    '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:uiPriority w:val="22"/><w:qFormat/>'
    "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
    '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>'
    "<w:semiHidden/><w:unhideWhenUsed/></w:style>"
    + "".join(_PARAGRAPHS)
    + _table("Tableau Maillon", "TableauMaillon", conditions=_FIRST_ROW + _FIRST_COLUMN + _BAND)
    + _table("Tableau à signer", "TableauSigner", conditions=_FIRST_ROW + _FIRST_COLUMN, columns=_COLUMNS)
    + _table("Fiche Maillon", "FicheMaillon", conditions=_FIRST_COLUMN + _BAND)
    + "</w:styles>"
)

NUMBERING = (
    f'<w:numbering xmlns:w="{NAMESPACE}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="ListNumber"/><w:lvlText w:val="%1."/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr>'
    '<w:rPr><w:b/><w:color w:val="256B5C"/></w:rPr></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr>'
    '<w:rPr><w:b/><w:color w:val="256B5C"/></w:rPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)

SETTINGS = (
    f'<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="fr-FR"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)

FONT_TABLE = (
    f'<w:fonts xmlns:w="{NAMESPACE}"><w:font w:name="Calibri"><w:altName w:val="Carlito"/><w:panose1 w:val="020F0502020204030204"/>'
    '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)

APP_PROPERTIES = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Maillon</Application></Properties>'
