"""The made-up firms of the sample book, two lines each.

First line: name, English name, region and trade, payment terms, habit of paying,
invoices in fourteen months, usual invoice in yuan or dollars. Second line: postcode,
address, dialling code, contact. No firm, person, address or account is real:
telephones have 555 numbers, e-mail goes to example.cn or example.com, and tax
numbers fail their own check digit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from stdnum.cn import uscc

from domain.customer import Company

#: The firm whose book the sample is.
COMPANY: Final = Company(
    name="苏州沐川精密配件有限公司",
    name_en="Suzhou Muchuan Precision Parts Co., Ltd.",
    tax_id="91320506MA2XQ0K07T",
    address="江苏省苏州市吴中区甪直镇淞示路18号",
    postcode="215127",
    phone="0512-5555 0120",
    email="ar@muchuan.example.cn",
    contact="周敏",
    bank="示例银行苏州甪直支行",
    bank_account="1102 0555 0900 0461 283",
    bank_code="999305000174",
    letter_prefix="沐",
)
OWNERS: Final = ("周敏", "陈立", "顾一鸣", "许佳")


@dataclass(frozen=True, slots=True, kw_only=True)
class Firm:
    """A customer to be: master data, how much it buys and how it pays."""

    code: str
    name: str
    name_en: str
    group: str
    terms: str
    habit: str
    pace: int
    size: int
    postcode: str
    address: str
    phone: str
    contact: str
    country: str = "CN"

    @property
    def currency(self) -> str:
        """The currency it is invoiced in."""
        return "CNY" if self.country == "CN" else "USD"

    @property
    def language(self) -> str:
        """The language of its papers."""
        return "zh" if self.country == "CN" else "en"

    @property
    def place(self) -> int:
        """Its place in the list, from 1."""
        return int(self.code[1:])

    @property
    def owner(self) -> str:
        """Who of the firm looks after it."""
        return OWNERS[self.place * 7 % 4] if self.country == "CN" else OWNERS[3]

    @property
    def short(self) -> str:
        """The name as banks and people shorten it."""
        return self.name.removesuffix("有限公司").removesuffix("股份")

    @property
    def bank_account(self) -> str:
        """An account that no bank has."""
        return f"6222 0555 0000 {1000 + self.place * 1237 % 9000:04d}"

    @property
    def email(self) -> str:
        """A mailbox that no one has."""
        word = "".join(c for c in self.name_en.split()[1] if c.isalpha()).lower()
        return f"finance@{word}.example.{'cn' if self.country == 'CN' else 'com'}"

    @property
    def tax_id(self) -> str:
        """A registration number whose check digit is wrong; some firms gave none."""
        if self.country != "CN" or self.place % 11 == 0:
            return ""
        body = f"91{_REGIONS[self.group[:2]]}0100MA0QY{self.place:03d}X"
        digits = "0123456789ABCDEFGHJKLMNPQRTUWXY"
        right = digits.index(uscc.calc_check_digit(body))
        return body + digits[(right + 7) % len(digits)]


_REGIONS: Final = {
    "浙江": "33", "江苏": "32", "上海": "31", "广东": "44", "山东": "37", "安徽": "34",
    "辽宁": "21", "天津": "12", "北京": "11", "福建": "35", "江西": "36", "湖北": "42",
    "湖南": "43", "河南": "41", "河北": "13", "四川": "51", "重庆": "50", "陕西": "61",
    "黑龙": "23",
}  # fmt: skip

_DOMESTIC: Final = """
杭州临岸机电设备有限公司|Hangzhou Lin'an M&E Equipment|浙江·机电|NET30|bad|24|52000
310018|浙江省杭州市钱塘区临岸路266号|0571|李珺
无锡锡禾传动科技有限公司|Wuxi Xihe Drive|江苏·传动|NET30|slow|36|38000
214028|江苏省无锡市新吴区禾示路51号|0510|赵镕
沈阳浑砺机床附件有限公司|Shenyang Hunli Machine Tools|辽宁·机床|COD|lost|6|7200
110027|辽宁省沈阳市铁西区砺石街9号|024|马翀
常州延陵数控设备有限公司|Changzhou Yanling CNC|江苏·数控|NET30|slow|28|36000
213022|江苏省常州市新北区延陵示范路88号|0519|顾建平
台州椒岸阀门制造有限公司|Taizhou Jiao'an Valves|浙江·阀门|NET60|slow|20|26000
318000|浙江省台州市椒江区椒岸大道17号|0576|郑晓峰
芜湖鸠顺汽配有限公司|Wuhu Jiushun Auto Parts|安徽·汽配|EOM30|slow|22|30000
241006|安徽省芜湖市鸠江区顺达路120号|0553|汪海燕
绍兴越衡纺机配件有限公司|Shaoxing Yueheng Textile Machinery|浙江·纺机|NET60|lost|9|21000
312000|浙江省绍兴市越城区衡纺路33号|0575|沈国良
徐州彭楚工程机械有限公司|Xuzhou Pengchu Construction Machinery|江苏·工程机械|NET45|normal|24|34000
221004|江苏省徐州市鼓楼区彭楚路6号|0516|孟凡军
温州瓯柏电器有限公司|Wenzhou Oubai Electric|浙江·电器|NET30|bad|16|22000
325603|浙江省温州市乐清市瓯柏工业区8幢|0577|陈喆
济南历澜重工有限公司|Jinan Lilan Heavy Industry|山东·重工|EOM30|normal|20|41000
250101|山东省济南市历城区澜山路199号|0531|王堃
合肥庐启智能装备有限公司|Hefei Luqi Smart Equipment|安徽·智能装备|30%@0+70%@60|normal|15|58000
230088|安徽省合肥市高新区启智路28号|0551|方静
湖州苕溪木工机械有限公司|Huzhou Tiaoxi Woodworking Machinery|浙江·木工机械|NET30|slow|16|19000
313000|浙江省湖州市吴兴区苕溪东路77号|0572|钱水根
宁波甬拓注塑机械有限公司|Ningbo Yongtuo Moulding Machines|浙江·注塑机|EOM30/25|normal|22|33000
315800|浙江省宁波市北仑区甬拓路5号|0574|董文斌
上海浦棠自动化有限公司|Shanghai Putang Automation|上海·自动化|NET60|prompt|30|37000
201203|上海市浦东新区棠示路1388弄12号|021|孙昇
东莞莞昶五金有限公司|Dongguan Guanchang Hardware|广东·五金|NET30|bad|14|13000
523000|广东省东莞市长安镇昶兴街20号|0769|黄伟强
南昌赣泽汽配有限公司|Nanchang Ganze Auto Parts|江西·汽配|NET60|slow|12|17000
330052|江西省南昌市青云谱区赣泽路41号|0791|熊志刚
嘉兴南泾五金制品有限公司|Jiaxing Nanjing Hardware|浙江·五金|NET30|slow|15|12500
314000|浙江省嘉兴市南湖区南泾街66号|0573|俞丽娟
佛山季砚陶机有限公司|Foshan Jiyan Ceramic Machinery|广东·陶机|NET30|normal|12|21000
528000|广东省佛山市禅城区砚池路102号|0757|梁志明
天津津澜塔机有限公司|Tianjin Jinlan Tower Cranes|天津·起重|NET45|slow|10|15500
300450|天津市滨海新区澜港路15号|022|刘洪生
盐城渎川环保设备有限公司|Yancheng Duchuan Environmental|江苏·环保|NET30|lost|7|16000
224005|江苏省盐城市亭湖区渎川路9号|0515|成翠兰
镇江润岐泵业有限公司|Zhenjiang Runqi Pumps|江苏·泵业|NET60|normal|14|29000
212003|江苏省镇江市京口区岐山路35号|0511|吴杏芳
苏州澄澜电气有限公司|Suzhou Chenglan Electric|江苏·电气|2/10 NET30|discount|30|26000
215123|江苏省苏州市工业园区澄澜街188号|0512|陆晓雯
南通通禾船舶配套有限公司|Nantong Tonghe Marine Supplies|江苏·船配|NET30|normal|18|24000
226006|江苏省南通市崇川区通禾路2号|0513|季卫东
扬州邗泽液压有限公司|Yangzhou Hanze Hydraulics|江苏·液压|NET30|prompt|20|14500
225009|江苏省扬州市邗江区泽润路58号|0514|仇志华
青岛胶屿包装机械有限公司|Qingdao Jiaoyu Packaging Machinery|山东·包装|EOM30|prompt|14|18500
266109|山东省青岛市城阳区胶屿路210号|0532|迟明亮
武汉江砚光电有限公司|Wuhan Jiangyan Optoelectronics|湖北·光电|NET60|prompt|13|23000
430074|湖北省武汉市洪山区江砚路7号|027|胡亚楠
郑州嵩禾矿机有限公司|Zhengzhou Songhe Mining Machinery|河南·矿机|NET60|slow|12|27000
450001|河南省郑州市中原区嵩禾街11号|0371|牛犇
昆山玉岑模具有限公司|Kunshan Yucen Moulds|江苏·模具|2/10 NET30|discount|26|12800
215300|江苏省苏州市昆山市玉岑路305号|0512|朱建芳
厦门鹭岐橡塑有限公司|Xiamen Luqi Rubber & Plastics|福建·橡塑|NET30|prompt|16|16400
361006|福建省厦门市湖里区鹭岐里90号|0592|林㛃
南京钟岭仪表有限公司|Nanjing Zhongling Instruments|江苏·仪表|EOM30|prompt|22|20500
210012|江苏省南京市雨花台区钟岭路16号|025|尹玉梅
常熟虞舟纺织机械有限公司|Changshu Yuzhou Textile Machinery|江苏·纺机|DAY15+1|normal|18|17500
215500|江苏省苏州市常熟市虞舟路44号|0512|时建国
金华婺岚工具有限公司|Jinhua Wulan Tools|浙江·工具|NET30|normal|16|11800
321017|浙江省金华市婺城区岚溪街3号|0579|楼晓敏
深圳鹏岱电子有限公司|Shenzhen Pengdai Electronics|广东·电子|EOM30/25|prompt|28|21500
518103|广东省深圳市宝安区岱宗路68号|0755|钟丽萍
广州穗舟船舶设备有限公司|Guangzhou Suizhou Marine|广东·船配|NET60|normal|10|31000
510700|广东省广州市黄埔区穗舟路21号|020|何俊杰
中山岐澜灯饰配件有限公司|Zhongshan Qilan Lighting|广东·灯饰|NET30|normal|12|9600
528400|广东省中山市古镇岐澜街12号|0760|区健文
成都蜀砺航空精工有限公司|Chengdu Shuli Aero Precision|四川·航空|30%@0+70%@60|prompt|11|46000
610091|四川省成都市青羊区砺翼路9号|028|严志远
重庆渝岑摩托车配件有限公司|Chongqing Yucen Motorcycle Parts|重庆·摩配|EOM30|slow|15|20500
401120|重庆市渝北区岑溪路130号|023|冉光华
西安灞昕轨道装备有限公司|Xi'an Baxin Rail Equipment|陕西·轨道|NET60|normal|12|39000
710021|陕西省西安市未央区昕明路25号|029|白小龙
长沙湘衡起重有限公司|Changsha Xiangheng Cranes|湖南·起重|NET45|normal|12|28500
410100|湖南省长沙市长沙县湘衡路8号|0731|彭艳
石家庄冀砚药机有限公司|Shijiazhuang Jiyan Pharma Machinery|河北·药机|NET30|slow|9|16500
050035|河北省石家庄市裕华区砚山街70号|0311|郝立新
大连滨屿轴承有限公司|Dalian Binyu Bearings|辽宁·轴承|NET60|normal|14|25500
116600|辽宁省大连市金州区屿海路19号|0411|曲洪波
哈尔滨松砺电站设备有限公司|Harbin Songli Power Equipment|黑龙江·电站|NET60|slow|6|33000
150046|黑龙江省哈尔滨市香坊区松砺路60号|0451|关鹏飞
福州闽岐水暖有限公司|Fuzhou Minqi Plumbing|福建·水暖|NET30|bad|8|11200
350028|福建省福州市仓山区岐安路31号|0591|郑秋香
太仓浏屿紧固件有限公司|Taicang Liuyu Fasteners|江苏·紧固件|NET30|prompt|24|8600
215400|江苏省苏州市太仓市浏屿路5号|0512|范雪明
张家港沙澄焊材有限公司|Zhangjiagang Shacheng Welding|江苏·焊材|COD|prompt|14|7400
215600|江苏省苏州市张家港市澄江示路8号|0512|黄卫忠
江阴澄岭钢结构有限公司|Jiangyin Chengling Steel|江苏·钢构|EOM60|slow|12|32500
214431|江苏省无锡市江阴市澄岭路29号|0510|承建新
丹阳曲砺刃具有限公司|Danyang Quli Cutting Tools|江苏·刃具|NET30|prompt|16|9800
212300|江苏省镇江市丹阳市砺刃街77号|0511|眭红兵
慈溪慈澜家电有限公司|Cixi Cilan Appliances|浙江·家电|EOM30/25|normal|18|15800
315300|浙江省宁波市慈溪市慈澜路160号|0574|岑国庆
义乌稠岚饰品机械有限公司|Yiwu Choulan Jewelry Machinery|浙江·饰品机械|2/10 NET30|discount|12|7900
322000|浙江省金华市义乌市稠岚街36号|0579|骆正芳
烟台芝屿食品机械有限公司|Yantai Zhiyu Food Machinery|山东·食品机械|NET30|normal|11|16900
264000|山东省烟台市芝罘区屿前路4号|0535|丛树林
北京京砚仪器有限公司|Beijing Jingyan Instruments|北京·仪器|NET60|prompt|10|19500
100176|北京市大兴区亦示街22号|010|葛文静
唐山凤岭冶金备件有限公司|Tangshan Fengling Metallurgy|河北·冶金|NET60|lost|8|23500
063000|河北省唐山市路北区凤岭路18号|0315|田振国
"""

_ABROAD: Final = """
Northlake Motion Inc.|Northlake Motion|US·Motion control|NET60|prompt|12|7800|US
55113|1480 Sample Avenue, Roseville, MN 55113|1-651|Karen Olsen
Brightwell Pumps LLC|Brightwell Pumps|US·Pumps|NET30|normal|10|5200|US
77041|9 Placeholder Drive, Houston, TX 77041|1-713|Marcus Hale
Hafenblick Antriebe GmbH|Hafenblick Antriebe|DE·Drives|2/10 NET30|discount|11|6400|DE
20457|Musterkai 12, 20457 Hamburg|49-40|Anke Petersen
Officine Valdara S.r.l.|Officine Valdara|IT·Gearboxes|NET60|slow|9|5900|IT
36100|Via Esempio 27, 36100 Vicenza VI|39-0444|Giulia Ferrato
Kiritani Seiki K.K.|Kiritani Seiki|JP·Machine tools|EOM30|prompt|10|8300|JP
430-0901|3-2-1 Rei-cho, Naka-ku, Hamamatsu, Shizuoka 430-0901|81-53|Haruto Mizuno
Saigon Lotus Mechanical JSC|Saigon Lotus Mechanical|VN·Assembly|30%@0+70%@60|slow|8|4700|VN
700000|18 Vidu Street, Thu Duc, Ho Chi Minh City|84-28|Nguyen Minh Anh
Tallinn Tehas OU|Tallinn Tehas|EE·Conveyors|NET30|bad|6|3600|EE
11415|Naidise tee 4, 11415 Tallinn|372-6|Mart Kask
Harbour Gate Trading Ltd.|Harbour Gate Trading|HK·Trade|NET30|normal|9|6900|HK
999077|Unit 9, 8/F, Sample Tower, 88 Specimen Road, Kowloon|852-2|Amy Lau
"""


def firms() -> list[Firm]:
    """Return the sixty firms by code; the last eight are abroad."""
    records = _records(_DOMESTIC) + _records(_ABROAD)
    return [_firm(place, *record) for place, record in enumerate(records, start=1)]


def _records(text: str) -> list[tuple[list[str], list[str]]]:
    lines = [line.split("|") for line in text.strip().splitlines()]
    return list(zip(lines[::2], lines[1::2], strict=True))


def _firm(place: int, trade: list[str], seat: list[str]) -> Firm:
    name, name_en, group, terms, habit, pace, size, *country = trade
    postcode, address, area, contact = seat
    number = f"{area}-5555 0{100 + place}" if not country else f"+{area} 555 01{place:02d}"
    return Firm(
        code=f"C{place:04d}",
        name=name,
        name_en=name_en,
        group=group,
        terms=terms,
        habit=habit,
        pace=int(pace),
        size=int(size),
        postcode=postcode,
        address=address,
        phone=number,
        contact=contact,
        country=country[0] if country else "CN",
    )
