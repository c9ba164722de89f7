import { CityRules } from '../cityRules';
import { Position } from '../common';
import { CityId } from '../ids';
import { z } from '../zod';

/** The business numbers of a city, and where it is. */
export const CityTerms = z.object({
  cityId: CityId,
  timeZone: z.string(),
  centre: Position,
  rules: CityRules,
});
export type CityTerms = z.infer<typeof CityTerms>;
