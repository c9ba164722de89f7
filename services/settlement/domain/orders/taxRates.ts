import { taxRateOf } from '#shared/contracts/cityRules';
import { type OrderMoney } from '#shared/contracts/events/orderMoney';
import { type KeptTerms } from './orderRecord';

/** The tax in the price of a line, in basis points: as it was when the order was placed; of older orders, when settlement heard of it. */
export const taxRateOfLine = (
  { taxRates }: KeptTerms,
  { taxBasisPoints, categoryId }: OrderMoney['lines'][number],
): number => taxBasisPoints ?? taxRateOf(taxRates, categoryId);

/** The same of the delivery fee. */
export const taxRateOfFee = (
  { taxRates }: KeptTerms,
  { feeTaxBasisPoints }: Pick<OrderMoney, 'feeTaxBasisPoints'>,
): number => feeTaxBasisPoints ?? taxRates.services;
