import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { setOwnClock } from '@/platform/cityClock';
import { hangzhou } from '@/testing/clocks';
import { shareText, worthSharing } from './shareText';

setOwnClock(hangzhou);
const now = Date.parse('2026-03-01T10:00:00.000Z');
const anOffer = (en: string, facts: object = {}) =>
  ({
    offerId: en,
    title: { zh: '番茄', en },
    pack: { zh: '一盒', en: 'box' },
    price: { amount: 990, currency: 'CNY' },
    soldBy: 'piece',
    onSale: true,
    stockLeft: 5,
    sold: 1,
    flash: false,
    ...facts,
  }) as unknown as OfferCard;
const group = (status: string) => ({
  group: { target: { kind: 'shoppers', count: 10 }, progress: { status, shoppers: 7, units: 9 } },
});

test('says what, for how much, until when and where', () => {
  const text = shareText(
    {
      place: { zh: '阳光花园', en: 'Sunshine Garden' },
      cycle: { cutoffAt: '2026-03-01T12:00:00.000Z', pickupDate: '2026-03-02' },
      offers: [
        anOffer('Tomatoes', { soldBy: 'weight' }),
        anOffer('Rice', group('open')),
        anOffer('Milk', group('formed')),
      ],
      link: 'https://lintuan.example/#/',
      now,
    },
    'en',
  );
  expect(text.split('\n')).toEqual([
    '[Sunshine Garden] Fresh today. Order until today 20:00, collect tomorrow:',
    '1. Tomatoes box ¥9.90/500 g',
    '2. Rice box ¥9.90 (group of 10, 3 to go)',
    '3. Milk box ¥9.90 (formed)',
    'Order here: https://lintuan.example/#/',
  ]);
});

test('groups that need neighbours come first, what is sold out not at all', () => {
  const offers = [
    anOffer('plain', { sold: 9 }),
    anOffer('gone', { stockLeft: 0 }),
    anOffer('flash', { flash: true }),
    anOffer('group', group('open')),
  ];
  expect(worthSharing(offers).map(({ offerId }) => offerId)).toEqual(['group', 'flash', 'plain']);
});
