import { type offersApi } from '#shared/contracts/catalog/offers';
import { type GivenReplyOf } from '#shared/contracts/endpoint';
import { lowestPrice, type PricePeriod } from '../domain/priceHistory';

export const presentPriceHistory = (
  periods: readonly PricePeriod[],
): GivenReplyOf<typeof offersApi.readPriceHistory> => ({
  prices: periods.map(({ from, until, ...rest }) => ({
    ...rest,
    from: from.toISOString(),
    until: until.toISOString(),
  })),
  highestStrikePrice: lowestPrice(periods),
});
