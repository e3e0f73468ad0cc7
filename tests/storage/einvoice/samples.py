"""Small electronic invoices of every syntax, made up for the tests."""

import io
import zipfile
import zlib

import pypdf
import xlsxwriter

SELLER = ("云杉示例科技（上海）有限公司", "913101150CT83XA8HM")
BUYER = ("海棠示例商贸有限公司", "91110108JAD9BB98JP")
BLUE = "25312000000000000001"
RED = "25312000000000000002"

_CN = """<?xml version="1.0" encoding="{encoding}"?>
<EInvoice>
  <Header><EIid>{number}</EIid><Version>0.32</Version><InherentLabel>
    <GeneralOrSpecialVAT><LabelName>增值税专用发票</LabelName></GeneralOrSpecialVAT>
  </InherentLabel></Header>
  <EInvoiceData>
    <SellerInformation><SellerIdNum>{seller[1]}</SellerIdNum><SellerName>{seller[0]}</SellerName>
    </SellerInformation>
    <BuyerInformation><BuyerIdNum>{buyer[1]}</BuyerIdNum><BuyerName>{buyer[0]}</BuyerName>
      <BuyerAddr>示例路1号</BuyerAddr><BuyerTelNum>021-00000000</BuyerTelNum>
      <BuyerBankName>示例银行</BuyerBankName><BuyerBankAccNum>0000000000000000002</BuyerBankAccNum>
    </BuyerInformation>
    <BasicInformation>
      <TotalAmWithoutTax>{net}</TotalAmWithoutTax><TotalTaxAm>{tax}</TotalTaxAm>
      <TotalTax-includedAmount>{gross}</TotalTax-includedAmount>
      <TotalTax-includedAmountInChinese>{words}</TotalTax-includedAmountInChinese>
      <RequestTime>{issued} 23:59:59</RequestTime>
    </BasicInformation>
    {lines}{specific}
    <AdditionalInformation><Remark>{remark}</Remark></AdditionalInformation>
  </EInvoiceData>
  <TaxSupervisionInfo><InvoiceNumber>{number}</InvoiceNumber><IssueTime>2025-03-06</IssueTime>
  </TaxSupervisionInfo>
</EInvoice>"""
_CN_LINE = """<IssuItemInformation><ItemName>{name}</ItemName><MeaUnits>块</MeaUnits>
<Quantity>2</Quantity><UnPrice>500</UnPrice><Amount>{net}</Amount><TaxRate>{rate}</TaxRate>
<ComTaxAm>{tax}</ComTaxAm><TotaltaxIncludedAmount>{gross}</TotaltaxIncludedAmount>
</IssuItemInformation>"""
_RED = """<SpecificInformation><RedEInvoice>
<OriginalInvoiceCode>{}</OriginalInvoiceCode></RedEInvoice></SpecificInformation>"""


def cn_xml(
    number=BLUE, net="1000.00", tax="130.00", gross="1130.00", *, words="", red="", **more
) -> str:
    """Return an EInvoice of one line; ``red`` is the number of the invoice it corrects."""
    line = _CN_LINE.format(name="*电子元件*驱动板", net=net, tax=tax, gross=gross, rate="0.13")
    values = {"seller": SELLER, "buyer": BUYER, "remark": "", "issued": "2025-03-05"}
    values |= {"encoding": "UTF-8", "lines": line} | more
    specific = _RED.format(red) if red else ""
    return _CN.format(
        number=number, net=net, tax=tax, gross=gross, words=words, specific=specific, **values
    )


def cn_red(number=RED, blue=BLUE, net="-1000.00", tax="-130.00", gross="-1130.00", **more) -> str:
    return cn_xml(number, net, tax, gross, red=blue, **{"issued": "2025-04-01", **more})


_UBL = """<?xml version="1.0" encoding="UTF-8"?>
<{root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:{root}-2"
 xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
 xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
 <cbc:CustomizationID>urn:example</cbc:CustomizationID>
 <cbc:ID>{number}</cbc:ID><cbc:IssueDate>{issued}</cbc:IssueDate>{due}
 <cbc:{root}TypeCode>{type_code}</cbc:{root}TypeCode>
 <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>{reference}
 <cac:AccountingSupplierParty><cac:Party>
  <cac:PartyName><cbc:Name>Spruce</cbc:Name></cac:PartyName>
  <cac:PartyTaxScheme><cbc:CompanyID>201/113</cbc:CompanyID><cac:TaxScheme><cbc:ID>FC</cbc:ID>
  </cac:TaxScheme></cac:PartyTaxScheme>
  <cac:PartyTaxScheme><cbc:CompanyID>DE 123</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID>
  </cac:TaxScheme></cac:PartyTaxScheme>
  <cac:PartyLegalEntity><cbc:RegistrationName>Spruce GmbH</cbc:RegistrationName>
  </cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
 <cac:AccountingCustomerParty><cac:Party><cac:PartyName><cbc:Name>Cherry AG</cbc:Name>
  </cac:PartyName></cac:Party></cac:AccountingCustomerParty>
 <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">{tax}</cbc:TaxAmount></cac:TaxTotal>
 <cac:TaxTotal><cbc:TaxAmount currencyID="SEK">99.00</cbc:TaxAmount></cac:TaxTotal>
 <cac:LegalMonetaryTotal>
  <cbc:LineExtensionAmount currencyID="EUR">{net}</cbc:LineExtensionAmount>
  <cbc:TaxExclusiveAmount currencyID="EUR">{net}</cbc:TaxExclusiveAmount>
  <cbc:TaxInclusiveAmount currencyID="EUR">{gross}</cbc:TaxInclusiveAmount>
  <cbc:PrepaidAmount currencyID="EUR">{prepaid}</cbc:PrepaidAmount>
  <cbc:PayableAmount currencyID="EUR">{payable}</cbc:PayableAmount>
 </cac:LegalMonetaryTotal>
 <cac:{root}Line><cbc:ID>1</cbc:ID><cbc:{quantity} unitCode="H87">2</cbc:{quantity}>
  <cbc:LineExtensionAmount currencyID="EUR">{net}</cbc:LineExtensionAmount>
  <cac:Item><cbc:Name>Board</cbc:Name></cac:Item></cac:{root}Line>
</{root}>"""


def ubl(number="F-1", gross="119.00", *, is_note=False, blue="", **more) -> str:
    """Return a UBL invoice or credit note over 100.00 and 19.00 of tax."""
    reference = (
        f"<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>{blue}</cbc:ID>"
        "</cac:InvoiceDocumentReference></cac:BillingReference>"
    )
    values = {
        "root": "CreditNote" if is_note else "Invoice",
        "quantity": "CreditedQuantity" if is_note else "InvoicedQuantity",
        "type_code": "381" if is_note else "380",
        "reference": reference if blue else "",
        "issued": "2026-01-31",
        "due": "" if is_note else "<cbc:DueDate>2026-03-02</cbc:DueDate>",
        "net": "100.00",
        "tax": "19.00",
        "prepaid": "0.00",
        "payable": gross,
    }
    return _UBL.format(number=number, gross=gross, **(values | more))


_CII = """<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:rsm" xmlns:ram="urn:ram" xmlns:udt="urn:udt">
 <rsm:ExchangedDocumentContext>{test}<ram:GuidelineSpecifiedDocumentContextParameter>
  <ram:ID>urn:cen.eu:en16931:2017</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter>
 </rsm:ExchangedDocumentContext>
 <rsm:ExchangedDocument><ram:ID>{number}</ram:ID><ram:TypeCode>{type_code}</ram:TypeCode>
  <ram:IssueDateTime><udt:DateTimeString format="102">20260131</udt:DateTimeString>
  </ram:IssueDateTime></rsm:ExchangedDocument>
 <rsm:SupplyChainTradeTransaction>
  <ram:IncludedSupplyChainTradeLineItem>
   <ram:SpecifiedTradeProduct><ram:Name>Board</ram:Name></ram:SpecifiedTradeProduct>
   <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="H87">2</ram:BilledQuantity>
   </ram:SpecifiedLineTradeDelivery>
   <ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation>
    <ram:LineTotalAmount>{net}</ram:LineTotalAmount>
   </ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>
  </ram:IncludedSupplyChainTradeLineItem>
  <ram:ApplicableHeaderTradeAgreement>
   <ram:SellerTradeParty><ram:Name>Spruce GmbH</ram:Name>
    <ram:SpecifiedTaxRegistration><ram:ID schemeID="FC">201/113</ram:ID>
    </ram:SpecifiedTaxRegistration>
    <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">DE 123</ram:ID>
    </ram:SpecifiedTaxRegistration></ram:SellerTradeParty>
   <ram:BuyerTradeParty><ram:Name>Cherry AG</ram:Name></ram:BuyerTradeParty>
   <ram:BuyerOrderReferencedDocument><ram:IssuerAssignedID>PO-7</ram:IssuerAssignedID>
   </ram:BuyerOrderReferencedDocument>
  </ram:ApplicableHeaderTradeAgreement>
  <ram:ApplicableHeaderTradeSettlement>
   <ram:PaymentReference>RF-1</ram:PaymentReference>
   <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
   <ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime>
    <udt:DateTimeString format="102">20260302</udt:DateTimeString>
   </ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
   <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    <ram:LineTotalAmount>{net}</ram:LineTotalAmount>
    <ram:TaxBasisTotalAmount>{net}</ram:TaxBasisTotalAmount>
    <ram:TaxTotalAmount currencyID="EUR">{tax}</ram:TaxTotalAmount>
    <ram:GrandTotalAmount>{gross}</ram:GrandTotalAmount>
    <ram:DuePayableAmount>{gross}</ram:DuePayableAmount>
   </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
   <ram:InvoiceReferencedDocument><ram:IssuerAssignedID>F-0</ram:IssuerAssignedID>
   </ram:InvoiceReferencedDocument>
  </ram:ApplicableHeaderTradeSettlement>
 </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>"""


def cii(number="F-1", *, test="", type_code="380", **more) -> str:
    """Return a CII invoice over 100.00 and 19.00 of tax."""
    values = {"net": "100.00", "tax": "19.00", "gross": "119.00"} | more
    return _CII.format(number=number, test=test, type_code=type_code, **values)


_ZUGFERD_1 = (
    ("CrossIndustryInvoice", "CrossIndustryDocument"),
    ("rsm:ExchangedDocumentContext", "rsm:SpecifiedExchangedDocumentContext"),
    ("rsm:ExchangedDocument>", "rsm:HeaderExchangedDocument>"),
    ("rsm:SupplyChainTradeTransaction", "rsm:SpecifiedSupplyChainTradeTransaction"),
    ("ApplicableHeaderTrade", "ApplicableSupplyChainTrade"),
    ("SpecifiedLineTrade", "SpecifiedSupplyChainTrade"),
    ("SpecifiedTradeSettlementLineMonetary", "SpecifiedTradeSettlementMonetary"),
    ("SpecifiedTradeSettlementHeaderMonetary", "SpecifiedTradeSettlementMonetary"),
    ("IssuerAssignedID", "ID"),
)


def zugferd_1(number="F-1") -> str:
    """Return the same invoice in the words of ZUGFeRD 1.0."""
    text = cii(number)
    for newer, older in _ZUGFERD_1:
        text = text.replace(newer, older)
    return text


PINYIN = f"""<?xml version="1.0" encoding="GBK"?>
<business><COMMON_FPKJ_FPT><FPDM>031001900111</FPDM><FPHM>10011939</FPHM><KPRQ>20190718</KPRQ>
<XSF_NSRSBH>{SELLER[1]}</XSF_NSRSBH><XSF_MC>{SELLER[0]}</XSF_MC>
<GMF_NSRSBH>{BUYER[1]}</GMF_NSRSBH><GMF_MC>{BUYER[0]}</GMF_MC>
<BZ>订单号:SO-2019-7</BZ><JSHJ>113.00</JSHJ><HJJE>100.00</HJJE><HJSE>13.00</HJSE></COMMON_FPKJ_FPT>
<COMMON_FPKJ_XMXXS><COMMON_FPKJ_XMXX><XMMC>驱动板</XMMC><DW>块</DW><XMSL>2</XMSL><XMDJ>50</XMDJ>
<XMJE>100.00</XMJE><SL>0.13</SL><SE>13.00</SE></COMMON_FPKJ_XMXX></COMMON_FPKJ_XMXXS></business>
"""
CHINESE = f"""<?xml version="1.0" encoding="UTF-8"?>
<电子发票><发票号码>{BLUE}</发票号码><开票日期>2025年03月05日</开票日期>
<销售方信息><名称>{SELLER[0]}</名称><统一社会信用代码>{SELLER[1]}</统一社会信用代码></销售方信息>
<购买方信息><名称>{BUYER[0]}</名称><统一社会信用代码>{BUYER[1]}</统一社会信用代码></购买方信息>
<明细><行><项目名称>驱动板</项目名称><数量>2</数量><金额>1000.00</金额><税额>130.00</税额></行></明细>
<合计金额>¥1,000.00</合计金额><合计税额>¥130.00</合计税额><价税合计>¥1,130.00</价税合计>
<价税合计大写>壹仟壹佰叁拾圆整</价税合计大写></电子发票>
"""
_FP = f"""<eInvoice xmlns:fp="http://example/2019"><fp:InvoiceCode>031001900111</fp:InvoiceCode>
<fp:InvoiceNo>10011939</fp:InvoiceNo><fp:IssueDate>2020年04月07日</fp:IssueDate>
<fp:Buyer><fp:BuyerName>{BUYER[0]}</fp:BuyerName><fp:BuyerTaxID>{BUYER[1]}</fp:BuyerTaxID></fp:Buyer>
<fp:Seller><fp:SellerName>{SELLER[0]}</fp:SellerName><fp:SellerTaxID>{SELLER[1]}</fp:SellerTaxID>
</fp:Seller><fp:TaxInclusiveTotalAmount>113.00</fp:TaxInclusiveTotalAmount>
<fp:TaxTotalAmount>13.00</fp:TaxTotalAmount>
<fp:TaxExclusiveTotalAmount>100.00</fp:TaxExclusiveTotalAmount>
<fp:GoodsInfos><fp:GoodsInfo><fp:Item>驱动板</fp:Item><fp:Quantity>2</fp:Quantity>
<fp:Amount>100.00</fp:Amount><fp:TaxScheme>13%</fp:TaxScheme><fp:TaxAmount>13.00</fp:TaxAmount>
</fp:GoodsInfo></fp:GoodsInfos></eInvoice>"""
_OFD = """<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody>
<ofd:DocInfo>{}</ofd:DocInfo></ofd:DocBody></ofd:OFD>"""
_CUSTOM = {
    "发票号码": BLUE,
    "开票日期": "2025年03月05日",
    "合计金额": "1000.00",
    "合计税额": "130.00",
    "购买方纳税人识别号": BUYER[1],
    "销售方纳税人识别号": SELLER[1],
}


def packed(files) -> bytes:
    """Return a ZIP of files by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def ofd_attached(content=_FP) -> bytes:
    """Return an OFD with the invoice's XML attached."""
    files = {"OFD.xml": _OFD.format(""), "Doc_0/Attachs/original_invoice.xml": content}
    return packed(files)


def ofd_custom(**more) -> bytes:
    """Return an OFD that tells the invoice in custom data only."""
    told = "".join(
        f'<ofd:CustomData Name="{name}">{value}</ofd:CustomData>'
        for name, value in (_CUSTOM | more).items()
    )
    return packed({"OFD.xml": _OFD.format(f"<ofd:CustomDatas>{told}</ofd:CustomDatas>")})


def pdf(attached=None, *, locked=False, layers=0) -> bytes:
    """Return a PDF of an empty page with files attached, packed as often as ``layers`` says."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(width=72, height=72)
    for name, content in (attached or {}).items():
        stream = writer.add_attachment(name, content).pdf_object["/EF"]["/F"].get_object()
        for _ in range(layers):
            stream._data = zlib.compress(stream._data)
        if layers:
            stream[pypdf.generic.NameObject("/Filter")] = pypdf.generic.ArrayObject(
                [pypdf.generic.NameObject("/FlateDecode")] * layers
            )
    if locked:
        writer.encrypt("secret")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


LINE_HEADERS = (
    *("序号", "发票代码", "发票号码", "数电发票号码", "销方识别号", "销方名称", "购方识别号"),
    *("购买方名称", "开票日期", "税收分类编码", "特定业务类型", "货物或应税劳务名称", "规格型号"),
    *("单位", "数量", "单价", "金额", "税率", "税额", "价税合计", "发票来源", "发票票种"),
    *("发票状态", "是否正数发票", "发票风险等级", "开票人", "备注"),
)
_NOT_IN_HEADS = {"税收分类编码", "特定业务类型", "货物或应税劳务名称", "规格型号", "单位", "数量"}
HEAD_HEADERS = tuple(name for name in LINE_HEADERS if name not in _NOT_IN_HEADS | {"单价", "税率"})


def export_row(number=BLUE, net="1000.00", tax="130.00", gross="1130.00", **more) -> dict:
    """Return a row of the tax platform's export, by column."""
    row = {
        "数电发票号码": number,
        "销方识别号": SELLER[1],
        "销方名称": SELLER[0],
        "购方识别号": BUYER[1],
        "购买方名称": BUYER[0],
        "开票日期": "2026-07-10 11:33:22",
        "货物或应税劳务名称": "*电子元件*驱动板",
        "数量": "2",
        "金额": net,
        "税率": "13%",
        "税额": tax,
        "价税合计": gross,
        "发票来源": "电子发票服务平台",
        "发票票种": "数电发票（增值税专用发票）",
        "发票状态": "正常",
        "是否正数发票": "是",
    }
    return row | more


def red_row(number=RED, blue=BLUE, net="-1000.00", tax="-130.00", gross="-1130.00", **more) -> dict:
    remark = f"被红冲蓝字数电发票号码：{blue} 红字发票信息确认单编号：31010824091002615708"
    values = {"是否正数发票": "否", "备注": remark, "开票日期": "2026-08-01 09:00:00"}
    return export_row(number, net, tax, gross, **(values | more))


def export_csv(rows, headers=LINE_HEADERS) -> str:
    lines = [",".join(headers)]
    lines += [",".join(str(row.get(name, "")) for name in headers) for row in rows]
    return "\r\n".join(lines) + "\r\n"


def export_xlsx(lines=None, heads=None) -> bytes:
    """Return the export as a workbook with the sheets for which rows are given."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for name, headers, rows in (
            ("发票基础信息", HEAD_HEADERS, heads),
            ("信息汇总表", LINE_HEADERS, lines),
        ):
            if rows is None:
                continue
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, headers)
            for place, row in enumerate(rows, start=1):
                sheet.write_row(place, 0, [row.get(column, "") for column in headers])
    return out.getvalue()
