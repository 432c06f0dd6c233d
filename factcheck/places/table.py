"""
The table of places: one line each, `code alpha-2 numeric currency name | adjective`.

Sources: the codes, numbers and currencies are facts of ISO 3166-1 and ISO 4217 (as of January 2026: the
euro in Bulgaria, the Caribbean guilder in Curaçao and Sint Maarten); XKX, XGZ and XWB are the user-assigned
codes of the trade statistics for Kosovo, the Gaza Strip and the West Bank. Names and adjectives are those of
English-language newspapers, written down for this project; no database was copied. ``-`` means none.

Where one adjective would fit two countries (Congolese, Dominican) the one with the lesser trade has its
name instead, so that a word never stands for two places.
"""

from __future__ import annotations

COUNTRIES = """\
ABW AW 533 AWG Aruba | Aruban
AFG AF 004 AFN Afghanistan | Afghan
AGO AO 024 AOA Angola | Angolan
AIA AI 660 XCD Anguilla | Anguillan
ALA AX 248 EUR Åland Islands | Åland
ALB AL 008 ALL Albania | Albanian
AND AD 020 EUR Andorra | Andorran
ARE AE 784 AED United Arab Emirates | Emirati
ARG AR 032 ARS Argentina | Argentine
ARM AM 051 AMD Armenia | Armenian
ASM AS 016 USD American Samoa | American Samoan
ATA AQ 010 - Antarctica | Antarctic
ATF TF 260 EUR French Southern Territories | French Southern Territories
ATG AG 028 XCD Antigua and Barbuda | Antiguan
AUS AU 036 AUD Australia | Australian
AUT AT 040 EUR Austria | Austrian
AZE AZ 031 AZN Azerbaijan | Azerbaijani
BDI BI 108 BIF Burundi | Burundian
BEL BE 056 EUR Belgium | Belgian
BEN BJ 204 XOF Benin | Beninese
BES BQ 535 USD Caribbean Netherlands | Caribbean Netherlands
BFA BF 854 XOF Burkina Faso | Burkinabe
BGD BD 050 BDT Bangladesh | Bangladeshi
BGR BG 100 EUR Bulgaria | Bulgarian
BHR BH 048 BHD Bahrain | Bahraini
BHS BS 044 BSD Bahamas | Bahamian
BIH BA 070 BAM Bosnia and Herzegovina | Bosnian
BLM BL 652 EUR Saint Barthélemy | Saint Barthélemy
BLR BY 112 BYN Belarus | Belarusian
BLZ BZ 084 BZD Belize | Belizean
BMU BM 060 BMD Bermuda | Bermudian
BOL BO 068 BOB Bolivia | Bolivian
BRA BR 076 BRL Brazil | Brazilian
BRB BB 052 BBD Barbados | Barbadian
BRN BN 096 BND Brunei | Bruneian
BTN BT 064 BTN Bhutan | Bhutanese
BVT BV 074 NOK Bouvet Island | Bouvet Island
BWA BW 072 BWP Botswana | Botswanan
CAF CF 140 XAF Central African Republic | Central African
CAN CA 124 CAD Canada | Canadian
CCK CC 166 AUD Cocos (Keeling) Islands | Cocos Islands
CHE CH 756 CHF Switzerland | Swiss
CHL CL 152 CLP Chile | Chilean
CHN CN 156 CNY China | Chinese
CIV CI 384 XOF Ivory Coast | Ivorian
CMR CM 120 XAF Cameroon | Cameroonian
COD CD 180 CDF DR Congo | DR Congo
COG CG 178 XAF Congo-Brazzaville | Congo-Brazzaville
COK CK 184 NZD Cook Islands | Cook Islands
COL CO 170 COP Colombia | Colombian
COM KM 174 KMF Comoros | Comorian
CPV CV 132 CVE Cape Verde | Cape Verdean
CRI CR 188 CRC Costa Rica | Costa Rican
CUB CU 192 CUP Cuba | Cuban
CUW CW 531 XCG Curaçao | Curaçaoan
CXR CX 162 AUD Christmas Island | Christmas Island
CYM KY 136 KYD Cayman Islands | Caymanian
CYP CY 196 EUR Cyprus | Cypriot
CZE CZ 203 CZK Czech Republic | Czech
DEU DE 276 EUR Germany | German
DJI DJ 262 DJF Djibouti | Djiboutian
DMA DM 212 XCD Dominica | Dominica
DNK DK 208 DKK Denmark | Danish
DOM DO 214 DOP Dominican Republic | Dominican
DZA DZ 012 DZD Algeria | Algerian
ECU EC 218 USD Ecuador | Ecuadorian
EGY EG 818 EGP Egypt | Egyptian
ERI ER 232 ERN Eritrea | Eritrean
ESH EH 732 MAD Western Sahara | Sahrawi
ESP ES 724 EUR Spain | Spanish
EST EE 233 EUR Estonia | Estonian
ETH ET 231 ETB Ethiopia | Ethiopian
FIN FI 246 EUR Finland | Finnish
FJI FJ 242 FJD Fiji | Fijian
FLK FK 238 FKP Falkland Islands | Falkland Islands
FRA FR 250 EUR France | French
FRO FO 234 DKK Faroe Islands | Faroese
FSM FM 583 USD Micronesia | Micronesian
GAB GA 266 XAF Gabon | Gabonese
GBR GB 826 GBP United Kingdom | British
GEO GE 268 GEL Georgia | Georgian
GGY GG 831 GBP Guernsey | Guernsey
GHA GH 288 GHS Ghana | Ghanaian
GIB GI 292 GIP Gibraltar | Gibraltarian
GIN GN 324 GNF Guinea | Guinean
GLP GP 312 EUR Guadeloupe | Guadeloupean
GMB GM 270 GMD Gambia | Gambian
GNB GW 624 XOF Guinea-Bissau | Bissau-Guinean
GNQ GQ 226 XAF Equatorial Guinea | Equatorial Guinean
GRC GR 300 EUR Greece | Greek
GRD GD 308 XCD Grenada | Grenadian
GRL GL 304 DKK Greenland | Greenlandic
GTM GT 320 GTQ Guatemala | Guatemalan
GUF GF 254 EUR French Guiana | French Guianese
GUM GU 316 USD Guam | Guamanian
GUY GY 328 GYD Guyana | Guyanese
HKG HK 344 HKD Hong Kong | Hong Kong
HMD HM 334 AUD Heard and McDonald Islands | Heard and McDonald Islands
HND HN 340 HNL Honduras | Honduran
HRV HR 191 EUR Croatia | Croatian
HTI HT 332 HTG Haiti | Haitian
HUN HU 348 HUF Hungary | Hungarian
IDN ID 360 IDR Indonesia | Indonesian
IMN IM 833 GBP Isle of Man | Manx
IND IN 356 INR India | Indian
IOT IO 086 USD British Indian Ocean Territory | British Indian Ocean Territory
IRL IE 372 EUR Ireland | Irish
IRN IR 364 IRR Iran | Iranian
IRQ IQ 368 IQD Iraq | Iraqi
ISL IS 352 ISK Iceland | Icelandic
ISR IL 376 ILS Israel | Israeli
ITA IT 380 EUR Italy | Italian
JAM JM 388 JMD Jamaica | Jamaican
JEY JE 832 GBP Jersey | Jersey
JOR JO 400 JOD Jordan | Jordanian
JPN JP 392 JPY Japan | Japanese
KAZ KZ 398 KZT Kazakhstan | Kazakh
KEN KE 404 KES Kenya | Kenyan
KGZ KG 417 KGS Kyrgyzstan | Kyrgyz
KHM KH 116 KHR Cambodia | Cambodian
KIR KI 296 AUD Kiribati | Kiribati
KNA KN 659 XCD Saint Kitts and Nevis | Kittitian
KOR KR 410 KRW South Korea | South Korean
KWT KW 414 KWD Kuwait | Kuwaiti
LAO LA 418 LAK Laos | Laotian
LBN LB 422 LBP Lebanon | Lebanese
LBR LR 430 LRD Liberia | Liberian
LBY LY 434 LYD Libya | Libyan
LCA LC 662 XCD Saint Lucia | Saint Lucian
LIE LI 438 CHF Liechtenstein | Liechtenstein
LKA LK 144 LKR Sri Lanka | Sri Lankan
LSO LS 426 LSL Lesotho | Basotho
LTU LT 440 EUR Lithuania | Lithuanian
LUX LU 442 EUR Luxembourg | Luxembourgish
LVA LV 428 EUR Latvia | Latvian
MAC MO 446 MOP Macau | Macanese
MAF MF 663 EUR Saint Martin | Saint Martin
MAR MA 504 MAD Morocco | Moroccan
MCO MC 492 EUR Monaco | Monegasque
MDA MD 498 MDL Moldova | Moldovan
MDG MG 450 MGA Madagascar | Malagasy
MDV MV 462 MVR Maldives | Maldivian
MEX MX 484 MXN Mexico | Mexican
MHL MH 584 USD Marshall Islands | Marshallese
MKD MK 807 MKD North Macedonia | Macedonian
MLI ML 466 XOF Mali | Malian
MLT MT 470 EUR Malta | Maltese
MMR MM 104 MMK Myanmar | Burmese
MNE ME 499 EUR Montenegro | Montenegrin
MNG MN 496 MNT Mongolia | Mongolian
MNP MP 580 USD Northern Mariana Islands | Northern Mariana Islands
MOZ MZ 508 MZN Mozambique | Mozambican
MRT MR 478 MRU Mauritania | Mauritanian
MSR MS 500 XCD Montserrat | Montserratian
MTQ MQ 474 EUR Martinique | Martinican
MUS MU 480 MUR Mauritius | Mauritian
MWI MW 454 MWK Malawi | Malawian
MYS MY 458 MYR Malaysia | Malaysian
MYT YT 175 EUR Mayotte | Mahoran
NAM NA 516 NAD Namibia | Namibian
NCL NC 540 XPF New Caledonia | New Caledonian
NER NE 562 XOF Niger | Nigerien
NFK NF 574 AUD Norfolk Island | Norfolk Island
NGA NG 566 NGN Nigeria | Nigerian
NIC NI 558 NIO Nicaragua | Nicaraguan
NIU NU 570 NZD Niue | Niuean
NLD NL 528 EUR Netherlands | Dutch
NOR NO 578 NOK Norway | Norwegian
NPL NP 524 NPR Nepal | Nepalese
NRU NR 520 AUD Nauru | Nauruan
NZL NZ 554 NZD New Zealand | New Zealand
OMN OM 512 OMR Oman | Omani
PAK PK 586 PKR Pakistan | Pakistani
PAN PA 591 PAB Panama | Panamanian
PCN PN 612 NZD Pitcairn Islands | Pitcairn
PER PE 604 PEN Peru | Peruvian
PHL PH 608 PHP Philippines | Philippine
PLW PW 585 USD Palau | Palauan
PNG PG 598 PGK Papua New Guinea | Papua New Guinean
POL PL 616 PLN Poland | Polish
PRI PR 630 USD Puerto Rico | Puerto Rican
PRK KP 408 KPW North Korea | North Korean
PRT PT 620 EUR Portugal | Portuguese
PRY PY 600 PYG Paraguay | Paraguayan
PSE PS 275 - Palestine | Palestinian
PYF PF 258 XPF French Polynesia | French Polynesian
QAT QA 634 QAR Qatar | Qatari
REU RE 638 EUR Réunion | Réunionese
ROU RO 642 RON Romania | Romanian
RUS RU 643 RUB Russia | Russian
RWA RW 646 RWF Rwanda | Rwandan
SAU SA 682 SAR Saudi Arabia | Saudi
SDN SD 729 SDG Sudan | Sudanese
SEN SN 686 XOF Senegal | Senegalese
SGP SG 702 SGD Singapore | Singaporean
SGS GS 239 - South Georgia and the South Sandwich Islands | South Georgia
SHN SH 654 SHP Saint Helena | Saint Helenian
SJM SJ 744 NOK Svalbard and Jan Mayen | Svalbard
SLB SB 090 SBD Solomon Islands | Solomon Islands
SLE SL 694 SLE Sierra Leone | Sierra Leonean
SLV SV 222 USD El Salvador | Salvadoran
SMR SM 674 EUR San Marino | Sammarinese
SOM SO 706 SOS Somalia | Somali
SPM PM 666 EUR Saint Pierre and Miquelon | Saint Pierre and Miquelon
SRB RS 688 RSD Serbia | Serbian
SSD SS 728 SSP South Sudan | South Sudanese
STP ST 678 STN São Tomé and Príncipe | Santomean
SUR SR 740 SRD Suriname | Surinamese
SVK SK 703 EUR Slovakia | Slovak
SVN SI 705 EUR Slovenia | Slovenian
SWE SE 752 SEK Sweden | Swedish
SWZ SZ 748 SZL Eswatini | Swazi
SXM SX 534 XCG Sint Maarten | Sint Maarten
SYC SC 690 SCR Seychelles | Seychellois
SYR SY 760 SYP Syria | Syrian
TCA TC 796 USD Turks and Caicos Islands | Turks and Caicos
TCD TD 148 XAF Chad | Chadian
TGO TG 768 XOF Togo | Togolese
THA TH 764 THB Thailand | Thai
TJK TJ 762 TJS Tajikistan | Tajik
TKL TK 772 NZD Tokelau | Tokelauan
TKM TM 795 TMT Turkmenistan | Turkmen
TLS TL 626 USD Timor-Leste | Timorese
TON TO 776 TOP Tonga | Tongan
TTO TT 780 TTD Trinidad and Tobago | Trinidadian
TUN TN 788 TND Tunisia | Tunisian
TUR TR 792 TRY Turkey | Turkish
TUV TV 798 AUD Tuvalu | Tuvaluan
TWN TW 158 TWD Taiwan | Taiwanese
TZA TZ 834 TZS Tanzania | Tanzanian
UGA UG 800 UGX Uganda | Ugandan
UKR UA 804 UAH Ukraine | Ukrainian
UMI UM 581 USD United States Minor Outlying Islands | U.S. Minor Outlying Islands
URY UY 858 UYU Uruguay | Uruguayan
USA US 840 USD United States | American
UZB UZ 860 UZS Uzbekistan | Uzbek
VAT VA 336 EUR Vatican City | Vatican
VCT VC 670 XCD Saint Vincent and the Grenadines | Vincentian
VEN VE 862 VES Venezuela | Venezuelan
VGB VG 092 USD British Virgin Islands | British Virgin Islands
VIR VI 850 USD U.S. Virgin Islands | U.S. Virgin Islands
VNM VN 704 VND Vietnam | Vietnamese
VUT VU 548 VUV Vanuatu | Vanuatuan
WLF WF 876 XPF Wallis and Futuna | Wallisian
WSM WS 882 WST Samoa | Samoan
XGZ - - - Gaza Strip | Gazan
XKX - - EUR Kosovo | Kosovar
XWB - - - West Bank | West Bank
YEM YE 887 YER Yemen | Yemeni
ZAF ZA 710 ZAR South Africa | South African
ZMB ZM 894 ZMW Zambia | Zambian
ZWE ZW 716 ZWG Zimbabwe | Zimbabwean
"""

BLOCS = """\
ASEAN - - - ASEAN | ASEAN
BRICS - - - BRICS | BRICS
CIS - - - Commonwealth of Independent States | CIS
CPTPP - - - CPTPP | CPTPP
EA - - EUR euro area | euro-area
EAEU - - - Eurasian Economic Union | EAEU
EFTA - - - EFTA | EFTA
EU - - EUR European Union | EU
G7 - - - G7 | G7
GCC - - - Gulf Cooperation Council | GCC
MERCOSUR - - - Mercosur | Mercosur
OECD - - - OECD | OECD
OPEC - - - OPEC | OPEC
RCEP - - - RCEP | RCEP
SCO - - - Shanghai Cooperation Organisation | SCO
USMCA - - - USMCA | USMCA
"""

AGGREGATES = """\
AFRICA - - - Africa | African
CHN+HKG - - - mainland China with Hong Kong | mainland Chinese and Hong Kong
LATAM - - - Latin America | Latin American
"""

WORLD = """\
WLD - - - World | world
"""
