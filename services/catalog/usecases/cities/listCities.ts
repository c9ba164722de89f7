import { type Page } from '#shared/contracts/common';
import { type City } from '../../domain/range';
import { type PageWanted } from '../../storage/pages';
import { type CatalogDeps } from '../deps';

export const listCities = (
  { cities }: Pick<CatalogDeps, 'cities'>,
  wanted: PageWanted,
): Promise<Page<City>> => cities.page(wanted);
