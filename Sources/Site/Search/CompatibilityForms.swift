/// What Unicode's NFKC makes of single characters that Japanese texts hold: full-width and half-width forms, circled numbers,
/// squared words, compatibility ideographs. Made from the Unicode Character Database by its standard form; the page's
/// script has the same from `String.normalize("NFKC")`.

enum CompatibilityForms {
    /// Each character with what stands for it.
    static let byScalar: [Unicode.Scalar: Substring.UnicodeScalarView] = {
        var forms: [Unicode.Scalar: Substring.UnicodeScalarView] = [:]
        let scalars = table.unicodeScalars
        var start = scalars.startIndex
        while start < scalars.endIndex {
            let form = scalars.index(after: start)
            let end = scalars[form...].firstIndex(of: "\t") ?? scalars.endIndex
            forms[scalars[start]] = scalars[form..<end]
            start = end < scalars.endIndex ? scalars.index(after: end) : end
        }
        return forms
    }()

    private static let table = """
        \u{3200}\u{28}\u{1100}\u{29}\t\u{3201}\u{28}\u{1102}\u{29}\t\u{3202}\u{28}\u{1103}\u{29}\t\u{3203}\u{28}\u{1105}\u{29}\t\
        \u{3204}\u{28}\u{1106}\u{29}\t\u{3205}\u{28}\u{1107}\u{29}\t\u{3206}\u{28}\u{1109}\u{29}\t\u{3207}\u{28}\u{110B}\u{29}\t\
        \u{3208}\u{28}\u{110C}\u{29}\t\u{3209}\u{28}\u{110E}\u{29}\t\u{320A}\u{28}\u{110F}\u{29}\t\u{320B}\u{28}\u{1110}\u{29}\t\
        \u{320C}\u{28}\u{1111}\u{29}\t\u{320D}\u{28}\u{1112}\u{29}\t\u{320E}\u{28}\u{AC00}\u{29}\t\u{320F}\u{28}\u{B098}\u{29}\t\
        \u{3210}\u{28}\u{B2E4}\u{29}\t\u{3211}\u{28}\u{B77C}\u{29}\t\u{3212}\u{28}\u{B9C8}\u{29}\t\u{3213}\u{28}\u{BC14}\u{29}\t\
        \u{3214}\u{28}\u{C0AC}\u{29}\t\u{3215}\u{28}\u{C544}\u{29}\t\u{3216}\u{28}\u{C790}\u{29}\t\u{3217}\u{28}\u{CC28}\u{29}\t\
        \u{3218}\u{28}\u{CE74}\u{29}\t\u{3219}\u{28}\u{D0C0}\u{29}\t\u{321A}\u{28}\u{D30C}\u{29}\t\u{321B}\u{28}\u{D558}\u{29}\t\
        \u{321C}\u{28}\u{C8FC}\u{29}\t\u{321D}\u{28}\u{C624}\u{C804}\u{29}\t\u{321E}\u{28}\u{C624}\u{D6C4}\u{29}\t\u{3260}\u{1100}\t\
        \u{3261}\u{1102}\t\u{3262}\u{1103}\t\u{3263}\u{1105}\t\u{3264}\u{1106}\t\u{3265}\u{1107}\t\u{3266}\u{1109}\t\u{3267}\u{110B}\t\
        \u{3268}\u{110C}\t\u{3269}\u{110E}\t\u{326A}\u{110F}\t\u{326B}\u{1110}\t\u{326C}\u{1111}\t\u{326D}\u{1112}\t\u{326E}\u{AC00}\t\
        \u{326F}\u{B098}\t\u{3270}\u{B2E4}\t\u{3271}\u{B77C}\t\u{3272}\u{B9C8}\t\u{3273}\u{BC14}\t\u{3274}\u{C0AC}\t\u{3275}\u{C544}\t\
        \u{3276}\u{C790}\t\u{3277}\u{CC28}\t\u{3278}\u{CE74}\t\u{3279}\u{D0C0}\t\u{327A}\u{D30C}\t\u{327B}\u{D558}\t\
        \u{327C}\u{CC38}\u{ACE0}\t\u{327D}\u{C8FC}\u{C758}\t\u{327E}\u{C6B0}\t\
        \u{A0}\u{20}\t\u{A8}\u{20}\u{308}\t\u{AA}a\t\u{AF}\u{20}\u{304}\t\u{B2}2\t\u{B3}3\t\u{B4}\u{20}\u{301}\t\u{B5}μ\t\u{B8}\u{20}\u{327}\t\u{B9}1\t\
        \u{BA}o\t\u{BC}1⁄4\t\u{BD}1⁄2\t\u{BE}3⁄4\t\u{2000}\u{20}\t\u{2001}\u{20}\t\u{2002}\u{20}\t\u{2003}\u{20}\t\u{2004}\u{20}\t\u{2005}\u{20}\t\
        \u{2006}\u{20}\t\u{2007}\u{20}\t\u{2008}\u{20}\t\u{2009}\u{20}\t\u{200A}\u{20}\t\u{2011}‐\t\u{2017}\u{20}\u{333}\t\u{2024}.\t\u{2025}..\t\
        \u{2026}...\t\u{202F}\u{20}\t\u{2033}′′\t\u{2034}′′′\t\u{2036}‵‵\t\u{2037}‵‵‵\t\u{203C}!!\t\u{203E}\u{20}\u{305}\t\u{2047}??\t\u{2048}?!\t\
        \u{2049}!?\t\u{2057}′′′′\t\u{205F}\u{20}\t\u{2070}0\t\u{2071}i\t\u{2074}4\t\u{2075}5\t\u{2076}6\t\u{2077}7\t\u{2078}8\t\u{2079}9\t\u{207A}+\t\
        \u{207B}−\t\u{207C}=\t\u{207D}(\t\u{207E})\t\u{207F}n\t\u{2080}0\t\u{2081}1\t\u{2082}2\t\u{2083}3\t\u{2084}4\t\u{2085}5\t\u{2086}6\t\u{2087}7\t\
        \u{2088}8\t\u{2089}9\t\u{208A}+\t\u{208B}−\t\u{208C}=\t\u{208D}(\t\u{208E})\t\u{2090}a\t\u{2091}e\t\u{2092}o\t\u{2093}x\t\u{2094}ə\t\u{2095}h\t\
        \u{2096}k\t\u{2097}l\t\u{2098}m\t\u{2099}n\t\u{209A}p\t\u{209B}s\t\u{209C}t\t\u{20A8}Rs\t\u{2100}a/c\t\u{2101}a/s\t\u{2102}C\t\u{2103}°C\t\
        \u{2105}c/o\t\u{2106}c/u\t\u{2107}Ɛ\t\u{2109}°F\t\u{210A}g\t\u{210B}H\t\u{210C}H\t\u{210D}H\t\u{210E}h\t\u{210F}ħ\t\u{2110}I\t\u{2111}I\t\
        \u{2112}L\t\u{2113}l\t\u{2115}N\t\u{2116}No\t\u{2119}P\t\u{211A}Q\t\u{211B}R\t\u{211C}R\t\u{211D}R\t\u{2120}SM\t\u{2121}TEL\t\u{2122}TM\t\
        \u{2124}Z\t\u{2126}Ω\t\u{2128}Z\t\u{212A}K\t\u{212B}Å\t\u{212C}B\t\u{212D}C\t\u{212F}e\t\u{2130}E\t\u{2131}F\t\u{2133}M\t\u{2134}o\t\u{2135}א\t\
        \u{2136}ב\t\u{2137}ג\t\u{2138}ד\t\u{2139}i\t\u{213B}FAX\t\u{213C}π\t\u{213D}γ\t\u{213E}Γ\t\u{213F}Π\t\u{2140}∑\t\u{2145}D\t\u{2146}d\t\
        \u{2147}e\t\u{2148}i\t\u{2149}j\t\u{2150}1⁄7\t\u{2151}1⁄9\t\u{2152}1⁄10\t\u{2153}1⁄3\t\u{2154}2⁄3\t\u{2155}1⁄5\t\u{2156}2⁄5\t\u{2157}3⁄5\t\
        \u{2158}4⁄5\t\u{2159}1⁄6\t\u{215A}5⁄6\t\u{215B}1⁄8\t\u{215C}3⁄8\t\u{215D}5⁄8\t\u{215E}7⁄8\t\u{215F}1⁄\t\u{2160}I\t\u{2161}II\t\u{2162}III\t\
        \u{2163}IV\t\u{2164}V\t\u{2165}VI\t\u{2166}VII\t\u{2167}VIII\t\u{2168}IX\t\u{2169}X\t\u{216A}XI\t\u{216B}XII\t\u{216C}L\t\u{216D}C\t\u{216E}D\t\
        \u{216F}M\t\u{2170}i\t\u{2171}ii\t\u{2172}iii\t\u{2173}iv\t\u{2174}v\t\u{2175}vi\t\u{2176}vii\t\u{2177}viii\t\u{2178}ix\t\u{2179}x\t\u{217A}xi\t\
        \u{217B}xii\t\u{217C}l\t\u{217D}c\t\u{217E}d\t\u{217F}m\t\u{2189}0⁄3\t\u{2460}1\t\u{2461}2\t\u{2462}3\t\u{2463}4\t\u{2464}5\t\u{2465}6\t\
        \u{2466}7\t\u{2467}8\t\u{2468}9\t\u{2469}10\t\u{246A}11\t\u{246B}12\t\u{246C}13\t\u{246D}14\t\u{246E}15\t\u{246F}16\t\u{2470}17\t\u{2471}18\t\
        \u{2472}19\t\u{2473}20\t\u{2474}(1)\t\u{2475}(2)\t\u{2476}(3)\t\u{2477}(4)\t\u{2478}(5)\t\u{2479}(6)\t\u{247A}(7)\t\u{247B}(8)\t\u{247C}(9)\t\
        \u{247D}(10)\t\u{247E}(11)\t\u{247F}(12)\t\u{2480}(13)\t\u{2481}(14)\t\u{2482}(15)\t\u{2483}(16)\t\u{2484}(17)\t\u{2485}(18)\t\u{2486}(19)\t\
        \u{2487}(20)\t\u{2488}1.\t\u{2489}2.\t\u{248A}3.\t\u{248B}4.\t\u{248C}5.\t\u{248D}6.\t\u{248E}7.\t\u{248F}8.\t\u{2490}9.\t\u{2491}10.\t\
        \u{2492}11.\t\u{2493}12.\t\u{2494}13.\t\u{2495}14.\t\u{2496}15.\t\u{2497}16.\t\u{2498}17.\t\u{2499}18.\t\u{249A}19.\t\u{249B}20.\t\u{249C}(a)\t\
        \u{249D}(b)\t\u{249E}(c)\t\u{249F}(d)\t\u{24A0}(e)\t\u{24A1}(f)\t\u{24A2}(g)\t\u{24A3}(h)\t\u{24A4}(i)\t\u{24A5}(j)\t\u{24A6}(k)\t\u{24A7}(l)\t\
        \u{24A8}(m)\t\u{24A9}(n)\t\u{24AA}(o)\t\u{24AB}(p)\t\u{24AC}(q)\t\u{24AD}(r)\t\u{24AE}(s)\t\u{24AF}(t)\t\u{24B0}(u)\t\u{24B1}(v)\t\u{24B2}(w)\t\
        \u{24B3}(x)\t\u{24B4}(y)\t\u{24B5}(z)\t\u{24B6}A\t\u{24B7}B\t\u{24B8}C\t\u{24B9}D\t\u{24BA}E\t\u{24BB}F\t\u{24BC}G\t\u{24BD}H\t\u{24BE}I\t\
        \u{24BF}J\t\u{24C0}K\t\u{24C1}L\t\u{24C2}M\t\u{24C3}N\t\u{24C4}O\t\u{24C5}P\t\u{24C6}Q\t\u{24C7}R\t\u{24C8}S\t\u{24C9}T\t\u{24CA}U\t\u{24CB}V\t\
        \u{24CC}W\t\u{24CD}X\t\u{24CE}Y\t\u{24CF}Z\t\u{24D0}a\t\u{24D1}b\t\u{24D2}c\t\u{24D3}d\t\u{24D4}e\t\u{24D5}f\t\u{24D6}g\t\u{24D7}h\t\u{24D8}i\t\
        \u{24D9}j\t\u{24DA}k\t\u{24DB}l\t\u{24DC}m\t\u{24DD}n\t\u{24DE}o\t\u{24DF}p\t\u{24E0}q\t\u{24E1}r\t\u{24E2}s\t\u{24E3}t\t\u{24E4}u\t\u{24E5}v\t\
        \u{24E6}w\t\u{24E7}x\t\u{24E8}y\t\u{24E9}z\t\u{24EA}0\t\u{2E9F}母\t\u{2EF3}龟\t\u{2F00}一\t\u{2F01}丨\t\u{2F02}丶\t\u{2F03}丿\t\u{2F04}乙\t\u{2F05}亅\t\
        \u{2F06}二\t\u{2F07}亠\t\u{2F08}人\t\u{2F09}儿\t\u{2F0A}入\t\u{2F0B}八\t\u{2F0C}冂\t\u{2F0D}冖\t\u{2F0E}冫\t\u{2F0F}几\t\u{2F10}凵\t\u{2F11}刀\t\u{2F12}力\t\
        \u{2F13}勹\t\u{2F14}匕\t\u{2F15}匚\t\u{2F16}匸\t\u{2F17}十\t\u{2F18}卜\t\u{2F19}卩\t\u{2F1A}厂\t\u{2F1B}厶\t\u{2F1C}又\t\u{2F1D}口\t\u{2F1E}囗\t\u{2F1F}土\t\
        \u{2F20}士\t\u{2F21}夂\t\u{2F22}夊\t\u{2F23}夕\t\u{2F24}大\t\u{2F25}女\t\u{2F26}子\t\u{2F27}宀\t\u{2F28}寸\t\u{2F29}小\t\u{2F2A}尢\t\u{2F2B}尸\t\u{2F2C}屮\t\
        \u{2F2D}山\t\u{2F2E}巛\t\u{2F2F}工\t\u{2F30}己\t\u{2F31}巾\t\u{2F32}干\t\u{2F33}幺\t\u{2F34}广\t\u{2F35}廴\t\u{2F36}廾\t\u{2F37}弋\t\u{2F38}弓\t\u{2F39}彐\t\
        \u{2F3A}彡\t\u{2F3B}彳\t\u{2F3C}心\t\u{2F3D}戈\t\u{2F3E}戶\t\u{2F3F}手\t\u{2F40}支\t\u{2F41}攴\t\u{2F42}文\t\u{2F43}斗\t\u{2F44}斤\t\u{2F45}方\t\u{2F46}无\t\
        \u{2F47}日\t\u{2F48}曰\t\u{2F49}月\t\u{2F4A}木\t\u{2F4B}欠\t\u{2F4C}止\t\u{2F4D}歹\t\u{2F4E}殳\t\u{2F4F}毋\t\u{2F50}比\t\u{2F51}毛\t\u{2F52}氏\t\u{2F53}气\t\
        \u{2F54}水\t\u{2F55}火\t\u{2F56}爪\t\u{2F57}父\t\u{2F58}爻\t\u{2F59}爿\t\u{2F5A}片\t\u{2F5B}牙\t\u{2F5C}牛\t\u{2F5D}犬\t\u{2F5E}玄\t\u{2F5F}玉\t\u{2F60}瓜\t\
        \u{2F61}瓦\t\u{2F62}甘\t\u{2F63}生\t\u{2F64}用\t\u{2F65}田\t\u{2F66}疋\t\u{2F67}疒\t\u{2F68}癶\t\u{2F69}白\t\u{2F6A}皮\t\u{2F6B}皿\t\u{2F6C}目\t\u{2F6D}矛\t\
        \u{2F6E}矢\t\u{2F6F}石\t\u{2F70}示\t\u{2F71}禸\t\u{2F72}禾\t\u{2F73}穴\t\u{2F74}立\t\u{2F75}竹\t\u{2F76}米\t\u{2F77}糸\t\u{2F78}缶\t\u{2F79}网\t\u{2F7A}羊\t\
        \u{2F7B}羽\t\u{2F7C}老\t\u{2F7D}而\t\u{2F7E}耒\t\u{2F7F}耳\t\u{2F80}聿\t\u{2F81}肉\t\u{2F82}臣\t\u{2F83}自\t\u{2F84}至\t\u{2F85}臼\t\u{2F86}舌\t\u{2F87}舛\t\
        \u{2F88}舟\t\u{2F89}艮\t\u{2F8A}色\t\u{2F8B}艸\t\u{2F8C}虍\t\u{2F8D}虫\t\u{2F8E}血\t\u{2F8F}行\t\u{2F90}衣\t\u{2F91}襾\t\u{2F92}見\t\u{2F93}角\t\u{2F94}言\t\
        \u{2F95}谷\t\u{2F96}豆\t\u{2F97}豕\t\u{2F98}豸\t\u{2F99}貝\t\u{2F9A}赤\t\u{2F9B}走\t\u{2F9C}足\t\u{2F9D}身\t\u{2F9E}車\t\u{2F9F}辛\t\u{2FA0}辰\t\u{2FA1}辵\t\
        \u{2FA2}邑\t\u{2FA3}酉\t\u{2FA4}釆\t\u{2FA5}里\t\u{2FA6}金\t\u{2FA7}長\t\u{2FA8}門\t\u{2FA9}阜\t\u{2FAA}隶\t\u{2FAB}隹\t\u{2FAC}雨\t\u{2FAD}靑\t\u{2FAE}非\t\
        \u{2FAF}面\t\u{2FB0}革\t\u{2FB1}韋\t\u{2FB2}韭\t\u{2FB3}音\t\u{2FB4}頁\t\u{2FB5}風\t\u{2FB6}飛\t\u{2FB7}食\t\u{2FB8}首\t\u{2FB9}香\t\u{2FBA}馬\t\u{2FBB}骨\t\
        \u{2FBC}高\t\u{2FBD}髟\t\u{2FBE}鬥\t\u{2FBF}鬯\t\u{2FC0}鬲\t\u{2FC1}鬼\t\u{2FC2}魚\t\u{2FC3}鳥\t\u{2FC4}鹵\t\u{2FC5}鹿\t\u{2FC6}麥\t\u{2FC7}麻\t\u{2FC8}黃\t\
        \u{2FC9}黍\t\u{2FCA}黑\t\u{2FCB}黹\t\u{2FCC}黽\t\u{2FCD}鼎\t\u{2FCE}鼓\t\u{2FCF}鼠\t\u{2FD0}鼻\t\u{2FD1}齊\t\u{2FD2}齒\t\u{2FD3}龍\t\u{2FD4}龜\t\u{2FD5}龠\t\
        \u{3000}\u{20}\t\u{3036}〒\t\u{3038}十\t\u{3039}卄\t\u{303A}卅\t\u{309B}\u{20}\u{3099}\t\u{309C}\u{20}\u{309A}\t\u{309F}より\t\u{30FF}コト\t\u{3192}一\t\
        \u{3193}二\t\u{3194}三\t\u{3195}四\t\u{3196}上\t\u{3197}中\t\u{3198}下\t\u{3199}甲\t\u{319A}乙\t\u{319B}丙\t\u{319C}丁\t\u{319D}天\t\u{319E}地\t\u{319F}人\t\
        \u{3220}(一)\t\u{3221}(二)\t\u{3222}(三)\t\u{3223}(四)\t\u{3224}(五)\t\u{3225}(六)\t\u{3226}(七)\t\u{3227}(八)\t\u{3228}(九)\t\u{3229}(十)\t\u{322A}(月)\t\
        \u{322B}(火)\t\u{322C}(水)\t\u{322D}(木)\t\u{322E}(金)\t\u{322F}(土)\t\u{3230}(日)\t\u{3231}(株)\t\u{3232}(有)\t\u{3233}(社)\t\u{3234}(名)\t\u{3235}(特)\t\
        \u{3236}(財)\t\u{3237}(祝)\t\u{3238}(労)\t\u{3239}(代)\t\u{323A}(呼)\t\u{323B}(学)\t\u{323C}(監)\t\u{323D}(企)\t\u{323E}(資)\t\u{323F}(協)\t\u{3240}(祭)\t\
        \u{3241}(休)\t\u{3242}(自)\t\u{3243}(至)\t\u{3244}問\t\u{3245}幼\t\u{3246}文\t\u{3247}箏\t\u{3250}PTE\t\u{3251}21\t\u{3252}22\t\u{3253}23\t\u{3254}24\t\
        \u{3255}25\t\u{3256}26\t\u{3257}27\t\u{3258}28\t\u{3259}29\t\u{325A}30\t\u{325B}31\t\u{325C}32\t\u{325D}33\t\u{325E}34\t\u{325F}35\t\u{3280}一\t\
        \u{3281}二\t\u{3282}三\t\u{3283}四\t\u{3284}五\t\u{3285}六\t\u{3286}七\t\u{3287}八\t\u{3288}九\t\u{3289}十\t\u{328A}月\t\u{328B}火\t\u{328C}水\t\u{328D}木\t\
        \u{328E}金\t\u{328F}土\t\u{3290}日\t\u{3291}株\t\u{3292}有\t\u{3293}社\t\u{3294}名\t\u{3295}特\t\u{3296}財\t\u{3297}祝\t\u{3298}労\t\u{3299}秘\t\u{329A}男\t\
        \u{329B}女\t\u{329C}適\t\u{329D}優\t\u{329E}印\t\u{329F}注\t\u{32A0}項\t\u{32A1}休\t\u{32A2}写\t\u{32A3}正\t\u{32A4}上\t\u{32A5}中\t\u{32A6}下\t\u{32A7}左\t\
        \u{32A8}右\t\u{32A9}医\t\u{32AA}宗\t\u{32AB}学\t\u{32AC}監\t\u{32AD}企\t\u{32AE}資\t\u{32AF}協\t\u{32B0}夜\t\u{32B1}36\t\u{32B2}37\t\u{32B3}38\t\
        \u{32B4}39\t\u{32B5}40\t\u{32B6}41\t\u{32B7}42\t\u{32B8}43\t\u{32B9}44\t\u{32BA}45\t\u{32BB}46\t\u{32BC}47\t\u{32BD}48\t\u{32BE}49\t\u{32BF}50\t\
        \u{32C0}1月\t\u{32C1}2月\t\u{32C2}3月\t\u{32C3}4月\t\u{32C4}5月\t\u{32C5}6月\t\u{32C6}7月\t\u{32C7}8月\t\u{32C8}9月\t\u{32C9}10月\t\u{32CA}11月\t\
        \u{32CB}12月\t\u{32CC}Hg\t\u{32CD}erg\t\u{32CE}eV\t\u{32CF}LTD\t\u{32D0}ア\t\u{32D1}イ\t\u{32D2}ウ\t\u{32D3}エ\t\u{32D4}オ\t\u{32D5}カ\t\u{32D6}キ\t\
        \u{32D7}ク\t\u{32D8}ケ\t\u{32D9}コ\t\u{32DA}サ\t\u{32DB}シ\t\u{32DC}ス\t\u{32DD}セ\t\u{32DE}ソ\t\u{32DF}タ\t\u{32E0}チ\t\u{32E1}ツ\t\u{32E2}テ\t\u{32E3}ト\t\
        \u{32E4}ナ\t\u{32E5}ニ\t\u{32E6}ヌ\t\u{32E7}ネ\t\u{32E8}ノ\t\u{32E9}ハ\t\u{32EA}ヒ\t\u{32EB}フ\t\u{32EC}ヘ\t\u{32ED}ホ\t\u{32EE}マ\t\u{32EF}ミ\t\u{32F0}ム\t\
        \u{32F1}メ\t\u{32F2}モ\t\u{32F3}ヤ\t\u{32F4}ユ\t\u{32F5}ヨ\t\u{32F6}ラ\t\u{32F7}リ\t\u{32F8}ル\t\u{32F9}レ\t\u{32FA}ロ\t\u{32FB}ワ\t\u{32FC}ヰ\t\u{32FD}ヱ\t\
        \u{32FE}ヲ\t\u{32FF}令和\t\u{3300}アパート\t\u{3301}アルファ\t\u{3302}アンペア\t\u{3303}アール\t\u{3304}イニング\t\u{3305}インチ\t\u{3306}ウォン\t\u{3307}エスクード\t\
        \u{3308}エーカー\t\u{3309}オンス\t\u{330A}オーム\t\u{330B}カイリ\t\u{330C}カラット\t\u{330D}カロリー\t\u{330E}ガロン\t\u{330F}ガンマ\t\u{3310}ギガ\t\u{3311}ギニー\t\
        \u{3312}キュリー\t\u{3313}ギルダー\t\u{3314}キロ\t\u{3315}キログラム\t\u{3316}キロメートル\t\u{3317}キロワット\t\u{3318}グラム\t\u{3319}グラムトン\t\u{331A}クルゼイロ\t\u{331B}クローネ\t\
        \u{331C}ケース\t\u{331D}コルナ\t\u{331E}コーポ\t\u{331F}サイクル\t\u{3320}サンチーム\t\u{3321}シリング\t\u{3322}センチ\t\u{3323}セント\t\u{3324}ダース\t\u{3325}デシ\t\
        \u{3326}ドル\t\u{3327}トン\t\u{3328}ナノ\t\u{3329}ノット\t\u{332A}ハイツ\t\u{332B}パーセント\t\u{332C}パーツ\t\u{332D}バーレル\t\u{332E}ピアストル\t\u{332F}ピクル\t\u{3330}ピコ\t\
        \u{3331}ビル\t\u{3332}ファラッド\t\u{3333}フィート\t\u{3334}ブッシェル\t\u{3335}フラン\t\u{3336}ヘクタール\t\u{3337}ペソ\t\u{3338}ペニヒ\t\u{3339}ヘルツ\t\u{333A}ペンス\t\
        \u{333B}ページ\t\u{333C}ベータ\t\u{333D}ポイント\t\u{333E}ボルト\t\u{333F}ホン\t\u{3340}ポンド\t\u{3341}ホール\t\u{3342}ホーン\t\u{3343}マイクロ\t\u{3344}マイル\t\u{3345}マッハ\t\
        \u{3346}マルク\t\u{3347}マンション\t\u{3348}ミクロン\t\u{3349}ミリ\t\u{334A}ミリバール\t\u{334B}メガ\t\u{334C}メガトン\t\u{334D}メートル\t\u{334E}ヤード\t\u{334F}ヤール\t\
        \u{3350}ユアン\t\u{3351}リットル\t\u{3352}リラ\t\u{3353}ルピー\t\u{3354}ルーブル\t\u{3355}レム\t\u{3356}レントゲン\t\u{3357}ワット\t\u{3358}0点\t\u{3359}1点\t\u{335A}2点\t\
        \u{335B}3点\t\u{335C}4点\t\u{335D}5点\t\u{335E}6点\t\u{335F}7点\t\u{3360}8点\t\u{3361}9点\t\u{3362}10点\t\u{3363}11点\t\u{3364}12点\t\u{3365}13点\t\
        \u{3366}14点\t\u{3367}15点\t\u{3368}16点\t\u{3369}17点\t\u{336A}18点\t\u{336B}19点\t\u{336C}20点\t\u{336D}21点\t\u{336E}22点\t\u{336F}23点\t\u{3370}24点\t\
        \u{3371}hPa\t\u{3372}da\t\u{3373}AU\t\u{3374}bar\t\u{3375}oV\t\u{3376}pc\t\u{3377}dm\t\u{3378}dm2\t\u{3379}dm3\t\u{337A}IU\t\u{337B}平成\t\
        \u{337C}昭和\t\u{337D}大正\t\u{337E}明治\t\u{337F}株式会社\t\u{3380}pA\t\u{3381}nA\t\u{3382}μA\t\u{3383}mA\t\u{3384}kA\t\u{3385}KB\t\u{3386}MB\t\
        \u{3387}GB\t\u{3388}cal\t\u{3389}kcal\t\u{338A}pF\t\u{338B}nF\t\u{338C}μF\t\u{338D}μg\t\u{338E}mg\t\u{338F}kg\t\u{3390}Hz\t\u{3391}kHz\t\
        \u{3392}MHz\t\u{3393}GHz\t\u{3394}THz\t\u{3395}μl\t\u{3396}ml\t\u{3397}dl\t\u{3398}kl\t\u{3399}fm\t\u{339A}nm\t\u{339B}μm\t\u{339C}mm\t\
        \u{339D}cm\t\u{339E}km\t\u{339F}mm2\t\u{33A0}cm2\t\u{33A1}m2\t\u{33A2}km2\t\u{33A3}mm3\t\u{33A4}cm3\t\u{33A5}m3\t\u{33A6}km3\t\u{33A7}m∕s\t\
        \u{33A8}m∕s2\t\u{33A9}Pa\t\u{33AA}kPa\t\u{33AB}MPa\t\u{33AC}GPa\t\u{33AD}rad\t\u{33AE}rad∕s\t\u{33AF}rad∕s2\t\u{33B0}ps\t\u{33B1}ns\t\
        \u{33B2}μs\t\u{33B3}ms\t\u{33B4}pV\t\u{33B5}nV\t\u{33B6}μV\t\u{33B7}mV\t\u{33B8}kV\t\u{33B9}MV\t\u{33BA}pW\t\u{33BB}nW\t\u{33BC}μW\t\u{33BD}mW\t\
        \u{33BE}kW\t\u{33BF}MW\t\u{33C0}kΩ\t\u{33C1}MΩ\t\u{33C2}a.m.\t\u{33C3}Bq\t\u{33C4}cc\t\u{33C5}cd\t\u{33C6}C∕kg\t\u{33C7}Co.\t\u{33C8}dB\t\
        \u{33C9}Gy\t\u{33CA}ha\t\u{33CB}HP\t\u{33CC}in\t\u{33CD}KK\t\u{33CE}KM\t\u{33CF}kt\t\u{33D0}lm\t\u{33D1}ln\t\u{33D2}log\t\u{33D3}lx\t\
        \u{33D4}mb\t\u{33D5}mil\t\u{33D6}mol\t\u{33D7}PH\t\u{33D8}p.m.\t\u{33D9}PPM\t\u{33DA}PR\t\u{33DB}sr\t\u{33DC}Sv\t\u{33DD}Wb\t\u{33DE}V∕m\t\
        \u{33DF}A∕m\t\u{33E0}1日\t\u{33E1}2日\t\u{33E2}3日\t\u{33E3}4日\t\u{33E4}5日\t\u{33E5}6日\t\u{33E6}7日\t\u{33E7}8日\t\u{33E8}9日\t\u{33E9}10日\t\
        \u{33EA}11日\t\u{33EB}12日\t\u{33EC}13日\t\u{33ED}14日\t\u{33EE}15日\t\u{33EF}16日\t\u{33F0}17日\t\u{33F1}18日\t\u{33F2}19日\t\u{33F3}20日\t\u{33F4}21日\t\
        \u{33F5}22日\t\u{33F6}23日\t\u{33F7}24日\t\u{33F8}25日\t\u{33F9}26日\t\u{33FA}27日\t\u{33FB}28日\t\u{33FC}29日\t\u{33FD}30日\t\u{33FE}31日\t\u{33FF}gal\t\
        \u{F900}豈\t\u{F901}更\t\u{F902}車\t\u{F903}賈\t\u{F904}滑\t\u{F905}串\t\u{F906}句\t\u{F907}龜\t\u{F908}龜\t\u{F909}契\t\u{F90A}金\t\u{F90B}喇\t\u{F90C}奈\t\
        \u{F90D}懶\t\u{F90E}癩\t\u{F90F}羅\t\u{F910}蘿\t\u{F911}螺\t\u{F912}裸\t\u{F913}邏\t\u{F914}樂\t\u{F915}洛\t\u{F916}烙\t\u{F917}珞\t\u{F918}落\t\u{F919}酪\t\
        \u{F91A}駱\t\u{F91B}亂\t\u{F91C}卵\t\u{F91D}欄\t\u{F91E}爛\t\u{F91F}蘭\t\u{F920}鸞\t\u{F921}嵐\t\u{F922}濫\t\u{F923}藍\t\u{F924}襤\t\u{F925}拉\t\u{F926}臘\t\
        \u{F927}蠟\t\u{F928}廊\t\u{F929}朗\t\u{F92A}浪\t\u{F92B}狼\t\u{F92C}郎\t\u{F92D}來\t\u{F92E}冷\t\u{F92F}勞\t\u{F930}擄\t\u{F931}櫓\t\u{F932}爐\t\u{F933}盧\t\
        \u{F934}老\t\u{F935}蘆\t\u{F936}虜\t\u{F937}路\t\u{F938}露\t\u{F939}魯\t\u{F93A}鷺\t\u{F93B}碌\t\u{F93C}祿\t\u{F93D}綠\t\u{F93E}菉\t\u{F93F}錄\t\u{F940}鹿\t\
        \u{F941}論\t\u{F942}壟\t\u{F943}弄\t\u{F944}籠\t\u{F945}聾\t\u{F946}牢\t\u{F947}磊\t\u{F948}賂\t\u{F949}雷\t\u{F94A}壘\t\u{F94B}屢\t\u{F94C}樓\t\u{F94D}淚\t\
        \u{F94E}漏\t\u{F94F}累\t\u{F950}縷\t\u{F951}陋\t\u{F952}勒\t\u{F953}肋\t\u{F954}凜\t\u{F955}凌\t\u{F956}稜\t\u{F957}綾\t\u{F958}菱\t\u{F959}陵\t\u{F95A}讀\t\
        \u{F95B}拏\t\u{F95C}樂\t\u{F95D}諾\t\u{F95E}丹\t\u{F95F}寧\t\u{F960}怒\t\u{F961}率\t\u{F962}異\t\u{F963}北\t\u{F964}磻\t\u{F965}便\t\u{F966}復\t\u{F967}不\t\
        \u{F968}泌\t\u{F969}數\t\u{F96A}索\t\u{F96B}參\t\u{F96C}塞\t\u{F96D}省\t\u{F96E}葉\t\u{F96F}說\t\u{F970}殺\t\u{F971}辰\t\u{F972}沈\t\u{F973}拾\t\u{F974}若\t\
        \u{F975}掠\t\u{F976}略\t\u{F977}亮\t\u{F978}兩\t\u{F979}凉\t\u{F97A}梁\t\u{F97B}糧\t\u{F97C}良\t\u{F97D}諒\t\u{F97E}量\t\u{F97F}勵\t\u{F980}呂\t\u{F981}女\t\
        \u{F982}廬\t\u{F983}旅\t\u{F984}濾\t\u{F985}礪\t\u{F986}閭\t\u{F987}驪\t\u{F988}麗\t\u{F989}黎\t\u{F98A}力\t\u{F98B}曆\t\u{F98C}歷\t\u{F98D}轢\t\u{F98E}年\t\
        \u{F98F}憐\t\u{F990}戀\t\u{F991}撚\t\u{F992}漣\t\u{F993}煉\t\u{F994}璉\t\u{F995}秊\t\u{F996}練\t\u{F997}聯\t\u{F998}輦\t\u{F999}蓮\t\u{F99A}連\t\u{F99B}鍊\t\
        \u{F99C}列\t\u{F99D}劣\t\u{F99E}咽\t\u{F99F}烈\t\u{F9A0}裂\t\u{F9A1}說\t\u{F9A2}廉\t\u{F9A3}念\t\u{F9A4}捻\t\u{F9A5}殮\t\u{F9A6}簾\t\u{F9A7}獵\t\u{F9A8}令\t\
        \u{F9A9}囹\t\u{F9AA}寧\t\u{F9AB}嶺\t\u{F9AC}怜\t\u{F9AD}玲\t\u{F9AE}瑩\t\u{F9AF}羚\t\u{F9B0}聆\t\u{F9B1}鈴\t\u{F9B2}零\t\u{F9B3}靈\t\u{F9B4}領\t\u{F9B5}例\t\
        \u{F9B6}禮\t\u{F9B7}醴\t\u{F9B8}隸\t\u{F9B9}惡\t\u{F9BA}了\t\u{F9BB}僚\t\u{F9BC}寮\t\u{F9BD}尿\t\u{F9BE}料\t\u{F9BF}樂\t\u{F9C0}燎\t\u{F9C1}療\t\u{F9C2}蓼\t\
        \u{F9C3}遼\t\u{F9C4}龍\t\u{F9C5}暈\t\u{F9C6}阮\t\u{F9C7}劉\t\u{F9C8}杻\t\u{F9C9}柳\t\u{F9CA}流\t\u{F9CB}溜\t\u{F9CC}琉\t\u{F9CD}留\t\u{F9CE}硫\t\u{F9CF}紐\t\
        \u{F9D0}類\t\u{F9D1}六\t\u{F9D2}戮\t\u{F9D3}陸\t\u{F9D4}倫\t\u{F9D5}崙\t\u{F9D6}淪\t\u{F9D7}輪\t\u{F9D8}律\t\u{F9D9}慄\t\u{F9DA}栗\t\u{F9DB}率\t\u{F9DC}隆\t\
        \u{F9DD}利\t\u{F9DE}吏\t\u{F9DF}履\t\u{F9E0}易\t\u{F9E1}李\t\u{F9E2}梨\t\u{F9E3}泥\t\u{F9E4}理\t\u{F9E5}痢\t\u{F9E6}罹\t\u{F9E7}裏\t\u{F9E8}裡\t\u{F9E9}里\t\
        \u{F9EA}離\t\u{F9EB}匿\t\u{F9EC}溺\t\u{F9ED}吝\t\u{F9EE}燐\t\u{F9EF}璘\t\u{F9F0}藺\t\u{F9F1}隣\t\u{F9F2}鱗\t\u{F9F3}麟\t\u{F9F4}林\t\u{F9F5}淋\t\u{F9F6}臨\t\
        \u{F9F7}立\t\u{F9F8}笠\t\u{F9F9}粒\t\u{F9FA}狀\t\u{F9FB}炙\t\u{F9FC}識\t\u{F9FD}什\t\u{F9FE}茶\t\u{F9FF}刺\t\u{FA00}切\t\u{FA01}度\t\u{FA02}拓\t\u{FA03}糖\t\
        \u{FA04}宅\t\u{FA05}洞\t\u{FA06}暴\t\u{FA07}輻\t\u{FA08}行\t\u{FA09}降\t\u{FA0A}見\t\u{FA0B}廓\t\u{FA0C}兀\t\u{FA0D}嗀\t\u{FA10}塚\t\u{FA12}晴\t\u{FA15}凞\t\
        \u{FA16}猪\t\u{FA17}益\t\u{FA18}礼\t\u{FA19}神\t\u{FA1A}祥\t\u{FA1B}福\t\u{FA1C}靖\t\u{FA1D}精\t\u{FA1E}羽\t\u{FA20}蘒\t\u{FA22}諸\t\u{FA25}逸\t\u{FA26}都\t\
        \u{FA2A}飯\t\u{FA2B}飼\t\u{FA2C}館\t\u{FA2D}鶴\t\u{FA2E}郞\t\u{FA2F}隷\t\u{FA30}侮\t\u{FA31}僧\t\u{FA32}免\t\u{FA33}勉\t\u{FA34}勤\t\u{FA35}卑\t\u{FA36}喝\t\
        \u{FA37}嘆\t\u{FA38}器\t\u{FA39}塀\t\u{FA3A}墨\t\u{FA3B}層\t\u{FA3C}屮\t\u{FA3D}悔\t\u{FA3E}慨\t\u{FA3F}憎\t\u{FA40}懲\t\u{FA41}敏\t\u{FA42}既\t\u{FA43}暑\t\
        \u{FA44}梅\t\u{FA45}海\t\u{FA46}渚\t\u{FA47}漢\t\u{FA48}煮\t\u{FA49}爫\t\u{FA4A}琢\t\u{FA4B}碑\t\u{FA4C}社\t\u{FA4D}祉\t\u{FA4E}祈\t\u{FA4F}祐\t\u{FA50}祖\t\
        \u{FA51}祝\t\u{FA52}禍\t\u{FA53}禎\t\u{FA54}穀\t\u{FA55}突\t\u{FA56}節\t\u{FA57}練\t\u{FA58}縉\t\u{FA59}繁\t\u{FA5A}署\t\u{FA5B}者\t\u{FA5C}臭\t\u{FA5D}艹\t\
        \u{FA5E}艹\t\u{FA5F}著\t\u{FA60}褐\t\u{FA61}視\t\u{FA62}謁\t\u{FA63}謹\t\u{FA64}賓\t\u{FA65}贈\t\u{FA66}辶\t\u{FA67}逸\t\u{FA68}難\t\u{FA69}響\t\u{FA6A}頻\t\
        \u{FA6B}恵\t\u{FA6C}\u{242EE}\t\u{FA6D}舘\t\u{FA70}並\t\u{FA71}况\t\u{FA72}全\t\u{FA73}侀\t\u{FA74}充\t\u{FA75}冀\t\u{FA76}勇\t\u{FA77}勺\t\u{FA78}喝\t\
        \u{FA79}啕\t\u{FA7A}喙\t\u{FA7B}嗢\t\u{FA7C}塚\t\u{FA7D}墳\t\u{FA7E}奄\t\u{FA7F}奔\t\u{FA80}婢\t\u{FA81}嬨\t\u{FA82}廒\t\u{FA83}廙\t\u{FA84}彩\t\u{FA85}徭\t\
        \u{FA86}惘\t\u{FA87}慎\t\u{FA88}愈\t\u{FA89}憎\t\u{FA8A}慠\t\u{FA8B}懲\t\u{FA8C}戴\t\u{FA8D}揄\t\u{FA8E}搜\t\u{FA8F}摒\t\u{FA90}敖\t\u{FA91}晴\t\u{FA92}朗\t\
        \u{FA93}望\t\u{FA94}杖\t\u{FA95}歹\t\u{FA96}殺\t\u{FA97}流\t\u{FA98}滛\t\u{FA99}滋\t\u{FA9A}漢\t\u{FA9B}瀞\t\u{FA9C}煮\t\u{FA9D}瞧\t\u{FA9E}爵\t\u{FA9F}犯\t\
        \u{FAA0}猪\t\u{FAA1}瑱\t\u{FAA2}甆\t\u{FAA3}画\t\u{FAA4}瘝\t\u{FAA5}瘟\t\u{FAA6}益\t\u{FAA7}盛\t\u{FAA8}直\t\u{FAA9}睊\t\u{FAAA}着\t\u{FAAB}磌\t\u{FAAC}窱\t\
        \u{FAAD}節\t\u{FAAE}类\t\u{FAAF}絛\t\u{FAB0}練\t\u{FAB1}缾\t\u{FAB2}者\t\u{FAB3}荒\t\u{FAB4}華\t\u{FAB5}蝹\t\u{FAB6}襁\t\u{FAB7}覆\t\u{FAB8}視\t\u{FAB9}調\t\
        \u{FABA}諸\t\u{FABB}請\t\u{FABC}謁\t\u{FABD}諾\t\u{FABE}諭\t\u{FABF}謹\t\u{FAC0}變\t\u{FAC1}贈\t\u{FAC2}輸\t\u{FAC3}遲\t\u{FAC4}醙\t\u{FAC5}鉶\t\u{FAC6}陼\t\
        \u{FAC7}難\t\u{FAC8}靖\t\u{FAC9}韛\t\u{FACA}響\t\u{FACB}頋\t\u{FACC}頻\t\u{FACD}鬒\t\u{FACE}龜\t\u{FACF}\u{2284A}\t\u{FAD0}\u{22844}\t\
        \u{FAD1}\u{233D5}\t\u{FAD2}㮝\t\u{FAD3}䀘\t\u{FAD4}䀹\t\u{FAD5}\u{25249}\t\u{FAD6}\u{25CD0}\t\u{FAD7}\u{27ED3}\t\u{FAD8}齃\t\u{FAD9}龎\t\u{FB00}ff\t\
        \u{FB01}fi\t\u{FB02}fl\t\u{FB03}ffi\t\u{FB04}ffl\t\u{FB05}st\t\u{FB06}st\t\u{FF01}!\t\u{FF02}\u{22}\t\u{FF03}#\t\u{FF04}$\t\u{FF05}%\t\
        \u{FF06}&\t\u{FF07}'\t\u{FF08}(\t\u{FF09})\t\u{FF0A}*\t\u{FF0B}+\t\u{FF0C},\t\u{FF0D}-\t\u{FF0E}.\t\u{FF0F}/\t\u{FF10}0\t\u{FF11}1\t\u{FF12}2\t\
        \u{FF13}3\t\u{FF14}4\t\u{FF15}5\t\u{FF16}6\t\u{FF17}7\t\u{FF18}8\t\u{FF19}9\t\u{FF1A}:\t\u{FF1B};\t\u{FF1C}<\t\u{FF1D}=\t\u{FF1E}>\t\u{FF1F}?\t\
        \u{FF20}@\t\u{FF21}A\t\u{FF22}B\t\u{FF23}C\t\u{FF24}D\t\u{FF25}E\t\u{FF26}F\t\u{FF27}G\t\u{FF28}H\t\u{FF29}I\t\u{FF2A}J\t\u{FF2B}K\t\u{FF2C}L\t\
        \u{FF2D}M\t\u{FF2E}N\t\u{FF2F}O\t\u{FF30}P\t\u{FF31}Q\t\u{FF32}R\t\u{FF33}S\t\u{FF34}T\t\u{FF35}U\t\u{FF36}V\t\u{FF37}W\t\u{FF38}X\t\u{FF39}Y\t\
        \u{FF3A}Z\t\u{FF3B}[\t\u{FF3C}\u{5C}\t\u{FF3D}]\t\u{FF3E}^\t\u{FF3F}_\t\u{FF40}`\t\u{FF41}a\t\u{FF42}b\t\u{FF43}c\t\u{FF44}d\t\u{FF45}e\t\
        \u{FF46}f\t\u{FF47}g\t\u{FF48}h\t\u{FF49}i\t\u{FF4A}j\t\u{FF4B}k\t\u{FF4C}l\t\u{FF4D}m\t\u{FF4E}n\t\u{FF4F}o\t\u{FF50}p\t\u{FF51}q\t\u{FF52}r\t\
        \u{FF53}s\t\u{FF54}t\t\u{FF55}u\t\u{FF56}v\t\u{FF57}w\t\u{FF58}x\t\u{FF59}y\t\u{FF5A}z\t\u{FF5B}{\t\u{FF5C}|\t\u{FF5D}}\t\u{FF5E}~\t\u{FF5F}⦅\t\
        \u{FF60}⦆\t\u{FF61}。\t\u{FF62}「\t\u{FF63}」\t\u{FF64}、\t\u{FF65}・\t\u{FF66}ヲ\t\u{FF67}ァ\t\u{FF68}ィ\t\u{FF69}ゥ\t\u{FF6A}ェ\t\u{FF6B}ォ\t\u{FF6C}ャ\t\
        \u{FF6D}ュ\t\u{FF6E}ョ\t\u{FF6F}ッ\t\u{FF70}ー\t\u{FF71}ア\t\u{FF72}イ\t\u{FF73}ウ\t\u{FF74}エ\t\u{FF75}オ\t\u{FF76}カ\t\u{FF77}キ\t\u{FF78}ク\t\u{FF79}ケ\t\
        \u{FF7A}コ\t\u{FF7B}サ\t\u{FF7C}シ\t\u{FF7D}ス\t\u{FF7E}セ\t\u{FF7F}ソ\t\u{FF80}タ\t\u{FF81}チ\t\u{FF82}ツ\t\u{FF83}テ\t\u{FF84}ト\t\u{FF85}ナ\t\u{FF86}ニ\t\
        \u{FF87}ヌ\t\u{FF88}ネ\t\u{FF89}ノ\t\u{FF8A}ハ\t\u{FF8B}ヒ\t\u{FF8C}フ\t\u{FF8D}ヘ\t\u{FF8E}ホ\t\u{FF8F}マ\t\u{FF90}ミ\t\u{FF91}ム\t\u{FF92}メ\t\u{FF93}モ\t\
        \u{FF94}ヤ\t\u{FF95}ユ\t\u{FF96}ヨ\t\u{FF97}ラ\t\u{FF98}リ\t\u{FF99}ル\t\u{FF9A}レ\t\u{FF9B}ロ\t\u{FF9C}ワ\t\u{FF9D}ン\t\u{FF9E}\u{3099}\t\
        \u{FF9F}\u{309A}\t\u{FFE0}¢\t\u{FFE1}£\t\u{FFE2}¬\t\u{FFE3}\u{20}\u{304}\t\u{FFE4}¦\t\u{FFE5}¥\t\u{FFE6}₩\t\u{FFE8}│\t\u{FFE9}←\t\u{FFEA}↑\t\
        \u{FFEB}→\t\u{FFEC}↓\t\u{FFED}■\t\u{FFEE}○\t
        """
}
