import { type LotId } from '#shared/contracts/ids';
import { type Lot } from '../../domain/range';
import { type CatalogDeps } from '../deps';

/** @throws {Refused} NOT_FOUND */
export const readLot = ({ range }: Pick<CatalogDeps, 'range'>, lotId: LotId): Promise<Lot> =>
  range.one('lots', lotId);
