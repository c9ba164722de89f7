import { type shoppingApi } from '#shared/contracts/catalog/shopping';
import { type GivenReplyOf } from '#shared/contracts/endpoint';
import { type OfferRead } from '../usecases/shopping/readOffer';
import { presentCycle } from './presentCycle';
import { presentLot } from './presentLot';
import { picturesOf } from './presentProduct';

/** An offer with what a shopper wants to know before buying. */
export const presentOfferPage = ({
  product,
  pictures,
  cycle,
  lot,
  ...rest
}: OfferRead): GivenReplyOf<typeof shoppingApi.readOffer> => ({
  ...rest,
  cycle: presentCycle(cycle),
  description: product.description,
  storageAdvice: product.storageAdvice,
  pictures: picturesOf(product, pictures),
  lot: lot && presentLot(lot),
});
