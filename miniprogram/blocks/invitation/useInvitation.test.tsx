import { act, renderHook, waitFor } from '@testing-library/react';
import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { type PickupPointView } from '#shared/contracts/delivery/pickupPoints';
import { putInCart, removeFromCart } from '@/client/cart';
import { choosePlace, usePlace } from '@/client/place';
import { answerApi } from '@/testing/api';
import { useInvitation } from './useInvitation';

const aPoint = (id: string, open = true) =>
  ({
    pickupPointId: id,
    cityId: 'cit_1',
    name: { zh: id, en: id },
    address: 'a',
    open,
  }) as unknown as PickupPointView;
const follow = () =>
  renderHook(() => ({ invitation: useInvitation('ppt_theirs'), place: usePlace() })).result;
const fill = () =>
  putInCart({ offerId: 'off_1', title: { zh: '果', en: 'fruit' }, stockLeft: 9 } as OfferCard, 1);

let sent: ReturnType<typeof answerApi>;
const answer = (open = true) => {
  sent = answerApi({ 'GET /pickup-points/ppt_theirs': () => ({ body: aPoint('ppt_theirs', open) }) });
};
beforeEach(() => answer());
afterEach(() => {
  removeFromCart(['off_1']);
  jest.restoreAllMocks();
});

test('shops at the pickup point of the link, and forgets the link', async () => {
  window.history.replaceState(null, '', '/#/pages/home/index?pickupPointId=ppt_theirs');
  choosePlace(aPoint('ppt_first'), false);
  const result = follow();
  await waitFor(() =>
    expect(result.current.place).toMatchObject({ pickupPointId: 'ppt_theirs', chosen: true }),
  );
  expect(window.location.hash).toBe('#/pages/home/index');
});

describe('the link stays in the address', () => {
  const link = '#/pages/home/index?pickupPointId=ppt_theirs';
  const asked: string[] = [];
  const answerWith = (reply: () => { status: number; body: unknown }) => {
    jest.restoreAllMocks();
    sent = answerApi({
      'GET /pickup-points/ppt_theirs': () => {
        asked.push(window.location.hash);
        return reply();
      },
    });
  };
  beforeEach(() => {
    asked.length = 0;
    window.history.replaceState(null, '', `/${link}`);
  });

  test('until it is known where it leads', async () => {
    answerWith(() => ({ status: 404, body: { code: 'NOT_FOUND' } }));
    follow();
    await waitFor(() => expect(window.location.hash).toBe('#/pages/home/index'));
    expect(asked).toEqual([link]);
  });

  test('without a signal, so that a reload follows it', async () => {
    answerWith(() => {
      throw new TypeError('Failed to fetch');
    });
    const { unmount } = renderHook(() => useInvitation('ppt_theirs'));
    await waitFor(() => expect(asked).toHaveLength(1));
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    expect(window.location.hash).toBe(link);
    unmount();
  });
});

test('the page of the link stays what it is', async () => {
  window.history.replaceState(null, '', '/#/pages/offer/index?offerId=off_1&pickupPointId=ppt_theirs');
  follow();
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(window.location.hash).toBe('#/pages/offer/index?offerId=off_1');
});

test('asks who chose another one and has goods in the cart', async () => {
  choosePlace(aPoint('ppt_mine'));
  fill();
  const result = follow();
  await waitFor(() => expect(result.current.invitation?.point.pickupPointId).toBe('ppt_theirs'));
  expect(result.current.place?.pickupPointId).toBe('ppt_mine');
  act(() => result.current.invitation?.accept());
  expect(result.current.place?.pickupPointId).toBe('ppt_theirs');
  expect(result.current.invitation).toBeUndefined();
});

test('declined, everything stays', async () => {
  choosePlace(aPoint('ppt_mine'));
  fill();
  const result = follow();
  await waitFor(() => expect(result.current.invitation).toBeDefined());
  act(() => result.current.invitation?.decline());
  expect(result.current).toMatchObject({ invitation: undefined, place: { pickupPointId: 'ppt_mine' } });
});

test('a closed pickup point is not chosen', async () => {
  choosePlace(aPoint('ppt_mine'));
  answer(false);
  const result = follow();
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(result.current.place?.pickupPointId).toBe('ppt_mine');
});
