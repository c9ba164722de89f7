import { type BodyOf } from '#shared/contracts/endpoint';
import { type lotsApi } from '#shared/contracts/catalog/lots';
import { type LotId } from '#shared/contracts/ids';
import { type Lot } from '../../domain/range';
import { type CatalogDeps } from '../deps';

/** @throws {Refused} CHANGED_MEANWHILE */
export const correctLot = (
  { range }: Pick<CatalogDeps, 'range'>,
  lotId: LotId,
  { version, ...changes }: BodyOf<typeof lotsApi.correctLot>,
): Promise<Lot> => range.edit('lots', lotId, version, changes);
