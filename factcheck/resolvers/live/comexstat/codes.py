"""
The country codes of Brazil's foreign-trade statistics, and which ISO 3166-1 country each belongs to by its own table.

A country can have several: Spain has the Canary Islands apart, the United States have Wake Island. The service's list
of countries has names only, its table of codes (``PAIS.csv``, published with its data) the countries.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

#: ISO 3166-1 alpha-3 and the service's codes, the main one first.
CODES = """\
ABW 065; AFG 013; AGO 040; AIA 041; ALA 015; ALB 017; AND 037; ARE 244 237; ARG 063; ARM 064; ASM 691; ATA 042; ATF 781
ATG 043; AUS 069; AUT 072; AZE 073; BDI 115; BEL 087; BEN 229; BES 099; BFA 031; BGD 081; BGR 111; BHR 080; BHS 077
BIH 098; BLM 693; BLR 085; BLZ 088; BMU 090; BOL 097; BRB 083; BRN 108; BTN 119; BVT 102; BWA 101; CAF 640; CAN 149
CCK 165; CHE 767; CHL 158; CHN 160; CIV 193; CMR 145; COD 888; COG 177; COK 183; COL 169; COM 173; CPV 127; CRI 196
CUB 199; CUW 200; CXR 511; CYM 137; CYP 163; CZE 791; DEU 023 025; DJI 783; DMA 235; DNK 232; DOM 647; DZA 059; ECU 239
EGY 240; ERI 243; ESH 685; ESP 245 020 151; EST 251; ETH 253; FIN 271; FJI 870; FLK 255; FRA 275; FRO 259; FSM 499
GAB 281; GBR 628 152 367 786; GEO 291; GGY 150 321; GHA 289; GIB 293; GIN 329; GLP 309; GMB 285; GNB 334; GNQ 331
GRC 301; GRD 297; GRL 305; GTM 317; GUF 325; GUM 313; GUY 337; HKG 351; HMD 343; HND 345; HRV 195; HTI 341; HUN 355
IDN 365; IMN 359; IND 361; IOT 782; IRL 375; IRN 372; IRQ 369; ISL 379; ISR 383; ITA 386; JAM 391; JOR 403; JPN 399
KAZ 153; KEN 623; KGZ 625; KHM 141; KIR 411; KNA 695 678; KOR 190; KWT 198; LAO 420; LBN 431; LBR 434; LBY 438; LCA 715
LIE 440; LKA 750; LSO 426; LTU 442; LUX 445; LVA 427; MAC 447; MAR 474; MCO 495; MDA 494; MDG 450; MDV 461; MEX 493
MHL 476; MKD 449; MLI 464; MLT 467; MMR 093; MNE 498; MNG 497; MNP 472; MOZ 505; MRT 488; MSR 501; MTQ 477; MUS 485
MWI 458; MYS 455 423; NAM 507; NCL 542; NER 525; NFK 535; NGA 528; NIC 521; NIU 531; NLD 573; NOR 538; NPL 517; NRU 508
NZL 548; OMN 556; PAK 576; PAN 580; PCN 593; PER 589; PHL 267; PLW 575; PNG 545 583; POL 603; PRI 611; PRK 187
PRT 607 452; PRY 586; PSE 578; PYF 599; QAT 154; REU 660; ROU 670; RUS 676; RWA 675; SAU 053; SDN 759; SEN 728; SGP 741
SGS 292; SHN 710; SJM 755; SLB 677; SLE 735; SLV 687; SMR 697; SOM 748; SPM 700; SRB 737; SSD 760; STP 720; SUR 770
SVK 247; SVN 246; SWE 764; SWZ 754; SXM 699; SYC 731; SYR 744; TCA 823; TCD 788; TGO 800; THA 776; TJK 772; TKL 805
TKM 824; TLS 795; TON 810; TTO 815; TUN 820; TUR 827; TUV 828; TWN 161; TZA 780; UGA 833; UKR 831
UMI 566 490 563 569; URY 845; USA 249 396 873; UZB 847; VAT 848; VCT 705; VEN 850; VGB 863; VIR 866; VNM 858; VUT 551
WLF 875; WSM 690; YEM 357; ZAF 756; ZMB 890; ZWE 665
"""
#: Brazil itself, states that are no more, territories without a code in its table, stores of ships, "to be designated".
NO_COUNTRIES = """\
000 047 100 105 358 388 393 489 698 785 790 840 895 990 994 995 997 998 999
"""
OTHERS = frozenset(NO_COUNTRIES.split())


@cache
def codes() -> Mapping[str, tuple[str, ...]]:
    """The service's codes of each country, the main one first."""
    entries = (entry.split() for line in CODES.splitlines() for entry in line.split(";"))
    return MappingProxyType({country: tuple(known) for country, *known in entries})


@cache
def country_of() -> Mapping[str, str]:
    """The country of each code."""
    return MappingProxyType({code: country for country, known in codes().items() for code in known})
