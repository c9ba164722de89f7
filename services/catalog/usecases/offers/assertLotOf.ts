import { type LotId, type SkuId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { type CatalogDeps } from '../deps';

/** @throws {Refused} NOT_FOUND for an unknown lot, MALFORMED_REQUEST for one of another Sku */
export async function assertLotOf(
  { range }: Pick<CatalogDeps, 'range'>,
  skuId: SkuId,
  lotId: LotId | null | undefined,
): Promise<void> {
  if (!lotId) return;
  const lot = await range.one('lots', lotId);
  if (lot.skuId !== skuId) throw new Refused('MALFORMED_REQUEST', 'The lot is of another Sku.');
}
