import { screen } from '@testing-library/react';
import { queryClient } from '@/client/queries';
import { choosePlace } from '@/client/place';
import { type PickupPointView } from '#shared/contracts/delivery/pickupPoints';
import { answerApi } from '@/testing/api';
import { cny } from '@/testing/orders';
import { show } from '@/testing/show';
import { OfferScreen } from './OfferScreen';

const title = { zh: '苹果', en: 'Apples' };
const page = (cutoffAt: string) => ({
  offer: {
    offerId: 'off_1',
    title,
    pack: title,
    soldBy: 'piece',
    price: cny(990),
    unitPrice: cny(990),
    tiers: [],
    temperature: 'ambient',
    onSale: true,
    stockLeft: 480,
    sold: 20,
  },
  cycle: { cycleId: 'cyc_1', cityId: 'cit_1', cutoffAt, pickupDate: '2030-01-02' },
  pictures: [],
  supplierName: '绿野',
  supplierNameEn: 'Green Fields',
  lot: { code: 'B7', origin: '萧山', producedOn: '2030-01-01' },
  otherPacks: [],
});
const open = (cutoffAt: string) => {
  queryClient.clear();
  choosePlace({ pickupPointId: 'ppt_1', cityId: 'cit_1', name: title, address: 'a' } as PickupPointView);
  answerApi({ 'GET /offers/off_1': () => ({ body: page(cutoffAt) }) });
  show(<OfferScreen offerId="off_1" invitedTo={undefined} />);
};

afterEach(() => jest.restoreAllMocks());

test('an old link shows what was sold, and that it is over', async () => {
  open('2020-01-01T12:00:00.000Z');
  await screen.findByText(/This round closed .* can no longer be bought/);
  screen.getByRole('button', { name: 'See what is on today' });
  expect(screen.queryByRole('button', { name: 'Add to cart' })).toBeNull();
  expect(screen.queryByText('480 left')).toBeNull();
});

test('what is sold now can be bought, and says where so many were sold', async () => {
  open('2100-01-01T12:00:00.000Z');
  await screen.findByRole('button', { name: 'Add to cart' });
  screen.getByText('20 sold in the city');
  // In English where there is an English name; otherwise what there is.
  screen.getByText('Green Fields');
  screen.getByText('萧山');
});
