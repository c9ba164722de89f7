import { type Page } from '#shared/contracts/common';
import { type City } from '../../domain/range';
import { type PageWish } from '#shared/kit/mongo/pages';
import { type CatalogDeps } from '../deps';

/** All cities with all their rules, for services that keep a copy. */
export const listCityRules = (
  { cities }: Pick<CatalogDeps, 'cities'>,
  wanted: PageWish,
): Promise<Page<City>> => cities.page(wanted);
