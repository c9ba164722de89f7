import { act, renderHook } from '@testing-library/react';
import { arriveAt } from '@/testing/taro';
import { usePageParams } from './pageParams';

const goTo = (address: string) => window.history.replaceState(null, '', `/#${address}`);
const open = (address: string) =>
  act(() => {
    goTo(address);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  });

beforeEach(() => {
  goTo('/pages/home/index');
  arriveAt('/pages/home/index');
});

test('a main page hears of a link to it that is opened while it is there', () => {
  const { result } = renderHook(usePageParams);
  open('/pages/home/index?pickupPointId=ppt_1');
  expect(result.current).toMatchObject({ pickupPointId: 'ppt_1' });
});

test('a main page hears of a link to it that was opened while it came', () => {
  goTo('/pages/home/index?pickupPointId=ppt_1');
  const { result } = renderHook(usePageParams);
  expect(result.current).toMatchObject({ pickupPointId: 'ppt_1' });
});

test('a main page keeps what it was opened with when another page is opened', () => {
  const { result } = renderHook(usePageParams);
  open('/pages/home/index?pickupPointId=ppt_1');
  open('/pages/offer/index?offerId=ofr_1');
  expect(result.current).toMatchObject({ pickupPointId: 'ppt_1' });
});

test('any other page is made anew for each link, and keeps its own', () => {
  arriveAt('/pages/offer/index', { offerId: 'ofr_1' });
  goTo('/pages/offer/index?offerId=ofr_2');
  const { result } = renderHook(usePageParams);
  open('/pages/offer/index?offerId=ofr_3');
  expect(result.current).toMatchObject({ offerId: 'ofr_1' });
});
