import { AccountId, AddressId, CityId } from '#shared/contracts/ids';
import { type Role } from '#shared/contracts/roles';
import { type Account, type PostalAddress } from '../domain/account';

/** What the demo's accounts type in place of a code that was sent. */
export const demoCode = '246810';
export const demoOperator = { username: 'operator', password: 'lintuan-demo' } as const;
export const demoCounts = { shoppers: 6_000, leaders: 60, couriers: 7 } as const;

const surnames = Array.from('王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高罗郑梁谢宋唐许邓冯韩曹');
const firsts = Array.from('晓雨佳思子文若静雅俊明志浩宇欣梓嘉诗一海春秋玉建国丽秀芳兰');
const seconds = Array.from('萱涵琪怡然轩辰妍瑶宁杰伟强敏婷霞燕军磊洋波超鹏飞梅英');
const pick = (from: readonly string[], n: number) => from[n % from.length] ?? '';
/** Spreads small numbers, so that people with neighbouring numbers have nothing else in common. */
const mixed = (n: number) => (n * 2_654_435_761) >>> 8;

const personName = (n: number): string =>
  pick(surnames, mixed(n)) + pick(firsts, mixed(n + 7)) + (n % 3 === 0 ? '' : pick(seconds, mixed(n + 13)));
const leaderName = (n: number): string =>
  pick(surnames, mixed(n + 101)) + pick(['阿姨', '大姐', '姐', '叔', '老师'], mixed(n));

const numbered = (n: number, digits: number) => String(n).padStart(digits, '0');

type Person = Pick<Account, '_id' | 'displayName' | 'roles' | 'phone'> & { readonly phone: string };

const person = (id: string, displayName: string, extra: Role | undefined, phone: string): Person => ({
  _id: AccountId.parse(id),
  displayName,
  roles: extra === undefined ? ['shopper'] : ['shopper', extra],
  phone,
});

/** The demo's people, the same at every start; the first of each role has the number that the start prints. */
export const demoPeople = (): Person[] => [
  ...Array.from({ length: demoCounts.shoppers }, (_, at) => {
    const n = at + 1;
    const name = n === 1 ? '陈晓雨' : personName(n);
    const phone = n === 1 ? '13800000001' : `1390000${numbered(n, 4)}`;
    return person(`acc_shopper${numbered(n, 4)}`, name, undefined, phone);
  }),
  ...Array.from({ length: demoCounts.leaders }, (_, at) => {
    const n = at + 1;
    const phone = n === 1 ? '13800000002' : `1380001${numbered(n, 4)}`;
    return person(`acc_leader${numbered(n, 3)}`, n === 1 ? '王阿姨' : leaderName(n), 'leader', phone);
  }),
  ...Array.from({ length: demoCounts.couriers }, (_, at) => {
    const n = at + 1;
    const phone = n === 1 ? '13800000003' : `1380002${numbered(n, 4)}`;
    return person(
      `acc_courier${numbered(n, 2)}`,
      n === 1 ? '赵师傅' : personName(n + 9_000),
      'courier',
      phone,
    );
  }),
];

export const demoOperatorId = AccountId.parse('acc_operator');

/** The demo shopper has somewhere to be delivered to. */
export const demoAddress: PostalAddress = {
  addressId: AddressId.parse('adr_demo1'),
  recipientName: '陈晓雨',
  phone: '13800000001',
  cityId: CityId.parse('cit_hangzhou'),
  area: '文三路 188 号 翠苑新村',
  door: '3 幢 2 单元 501',
  isDefault: true,
  version: 1,
};

/**
 * How each role signs in to the demo, as lines for people to read.
 * @param passwordCounts whether the operator's password is still the demo's
 */
export const demoSignIns = (passwordCounts: boolean) => [
  { role: 'shopper', words: `phone 13800000001, code ${demoCode}` },
  { role: 'leader', words: `phone 13800000002, code ${demoCode}` },
  { role: 'courier', words: `phone 13800000003, code ${demoCode}` },
  {
    role: 'operator',
    words: `user name ${demoOperator.username}, ${passwordCounts ? `password ${demoOperator.password}` : 'with the password that it was given since'}`,
  },
];
