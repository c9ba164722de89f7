import { type LotId } from '#shared/contracts/ids';
import { type Lot } from '../../domain/range';
import { type CatalogDeps } from '../deps';

/** Lots by their ids; unknown ones are left out. */
export const findLots = ({ range }: Pick<CatalogDeps, 'range'>, lotIds: readonly LotId[]): Promise<Lot[]> =>
  range.several('lots', lotIds);
