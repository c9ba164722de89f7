import { type PageWish } from '#shared/kit/mongo/pages';
import { type CatalogDeps } from '../deps';

export const listSuppliers = ({ range }: Pick<CatalogDeps, 'range'>, wanted: PageWish) =>
  range.suppliers(wanted);
