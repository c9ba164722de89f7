import { citiesApi } from './catalog/cities';
import { cyclesApi } from './catalog/cycles';
import { lotsApi } from './catalog/lots';
import { offersApi } from './catalog/offers';
import { picturesApi } from './catalog/pictures';
import { productsApi } from './catalog/products';
import { rangeApi } from './catalog/range';
import { shoppingApi } from './catalog/shopping';

/** What people may ask of catalog: the range, selling windows, offers and their stock, search and pictures. */
export const catalogApi = {
  ...citiesApi,
  ...rangeApi,
  ...productsApi,
  ...lotsApi,
  ...cyclesApi,
  ...shoppingApi,
  ...offersApi,
  ...picturesApi,
};
