import { type PageWanted } from '../../storage/pages';
import { type CatalogDeps } from '../deps';

export const listSuppliers = ({ range }: Pick<CatalogDeps, 'range'>, wanted: PageWanted) =>
  range.suppliers(wanted);
