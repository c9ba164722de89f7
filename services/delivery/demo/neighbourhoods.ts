import { type Bilingual, type Position } from '#shared/contracts/common';

/** Neighbourhoods of the demo's city, with the street that the pickup point is on. */
const names: readonly (readonly [zh: string, en: string, street: string])[] = [
  ['翠苑一区', 'Cuiyuan Garden 1', '文三路'],
  ['和平苑', 'Heping Court', '体育场路'],
  ['浙工新村', 'Zhegong New Village', '朝晖路'],
  ['朝晖六区', 'Zhaohui Block 6', '朝晖路'],
  ['大关西苑', 'Daguan West Garden', '上塘路'],
  ['德胜新村', 'Desheng New Village', '德胜路'],
  ['三里亭苑', 'Sanliting Garden', '机场路'],
  ['采荷人家', 'Caihe Homes', '凯旋路'],
  ['景芳三区', 'Jingfang Block 3', '新塘路'],
  ['钱塘春晓', 'Qiantang Spring', '之江路'],
  ['近江家园', 'Jinjiang Homes', '婺江路'],
  ['望江新园', 'Wangjiang New Garden', '望江路'],
  ['紫阳小区', 'Ziyang Court', '中河中路'],
  ['南星花苑', 'Nanxing Gardens', '秋涛路'],
  ['复兴南苑', 'Fuxing South Garden', '复兴路'],
  ['古荡湾新村', 'Gudangwan New Village', '天目山路'],
  ['嘉绿苑', 'Jialü Garden', '文二西路'],
  ['益乐新村', 'Yile New Village', '文一西路'],
  ['骆家庄西苑', 'Luojiazhuang West', '文二西路'],
  ['紫荆家园', 'Bauhinia Homes', '紫荆花路'],
  ['政苑小区', 'Zhengyuan Court', '丰潭路'],
  ['府苑新村', 'Fuyuan New Village', '登新路'],
  ['湖畔花园', 'Lakeside Gardens', '文二西路'],
  ['金都新城', 'Jindu New Town', '文一路'],
  ['耀江文萃苑', 'Yaojiang Scholars’ Court', '文三西路'],
  ['西溪蝶园', 'Xixi Butterfly Garden', '天目山路'],
  ['西溪风情', 'Xixi Breeze', '五常大道'],
  ['杭大新村', 'Hangda New Village', '天目山路'],
  ['求是村', 'Qiushi Village', '玉古路'],
  ['白荡海人家', 'Baidanghai Homes', '学院路'],
  ['马塍路小区', 'Macheng Road Court', '马塍路'],
  ['武林府', 'Wulin Residence', '武林路'],
  ['米市巷公寓', 'Mishixiang Apartments', '湖墅南路'],
  ['信义坊家园', 'Xinyifang Homes', '湖墅南路'],
  ['拱宸桥东苑', 'Gongchen Bridge East', '金华路'],
  ['运河锦庭', 'Canal Brocade Court', '丽水路'],
  ['瓜山新苑', 'Guashan New Garden', '祥园路'],
  ['万家花城', 'Wanjia Flower Town', '万泰路'],
  ['申花郡', 'Shenhua County', '申花路'],
  ['北岸晶都', 'North Shore Crystal', '莫干山路'],
  ['半山田园', 'Banshan Countryside', '半山路'],
  ['石桥铭苑', 'Shiqiao Court', '石祥路'],
  ['东新园', 'Dongxin Garden', '东新路'],
  ['新天地公寓', 'Xintiandi Apartments', '沈家路'],
  ['华丰新苑', 'Huafeng New Garden', '华丰路'],
  ['杨家新城', 'Yangjia New Town', '同协路'],
  ['笕桥花园', 'Jianqiao Gardens', '机场路'],
  ['九堡家苑', 'Jiubao Homes', '九环路'],
  ['丁桥兰苑', 'Dingqiao Orchid Garden', '大农港路'],
  ['天都城', 'Tiandu City', '天都路'],
  ['滨江花园', 'Binjiang Gardens', '滨盛路'],
  ['钱江湾', 'Qianjiang Bay', '江南大道'],
  ['白马湖人家', 'White Horse Lake Homes', '长河路'],
  ['彩虹城', 'Rainbow Town', '滨盛路'],
  ['之江家园', 'Zhijiang Homes', '之浦路'],
  ['转塘新苑', 'Zhuantang New Garden', '转塘直街'],
  ['九溪玫瑰园', 'Jiuxi Rose Garden', '之江路'],
  ['良渚文化村', 'Liangzhu Village', '古墩路'],
  ['三墩颐景园', 'Sandun Yijing Garden', '三墩路'],
  ['紫金港湾', 'Zijin Harbour', '余杭塘路'],
];

const centre: Position = { lng: 120.15, lat: 30.28 };
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

export type DemoPlace = {
  readonly n: number;
  readonly name: Bilingual;
  readonly address: string;
  readonly position: Position;
};

/** The places of the demo, spread evenly around the centre, the nearest first, up to eight kilometres out. */
export const demoPlaces: readonly DemoPlace[] = names.map(([zh, en, street], index) => {
  const away = 0.075 * Math.sqrt((index + 0.5) / names.length);
  const angle = index * goldenAngle;
  return {
    n: index + 1,
    name: { zh, en },
    address: `杭州市${street}${((index * 37) % 380) + 8}号`,
    position: {
      lng: rounded(centre.lng + away * Math.cos(angle) * 1.15),
      lat: rounded(centre.lat + away * Math.sin(angle)),
    },
  };
});

function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
