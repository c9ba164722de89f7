import { type z } from '#shared/contracts/zod';
import { type City as CityReply, type RulesOfCity } from '#shared/contracts/catalog/cities';
import { utcOffsets } from '../domain/cityClock';
import { type City } from '../domain/range';

export const presentCity = ({ _id, name, timeZone, centre, rules }: City, now: Date): CityReply => ({
  cityId: _id,
  name,
  timeZone,
  utcOffsets: [...utcOffsets(timeZone, now)],
  centre,
  doorDeliveryFeeFen: rules.doorDeliveryFeeFen,
  freeDeliveryThresholdFen: rules.freeDeliveryThresholdFen,
  freshClaimHours: rules.freshClaimHours,
  otherClaimDays: rules.otherClaimDays,
  chilledOverdueHour: rules.chilledOverdueHour,
  ambientOverdueHours: rules.ambientOverdueHours,
});

export const presentCityRules = ({ _id, timeZone, rules, version }: City): z.input<typeof RulesOfCity> => ({
  cityId: _id,
  timeZone,
  rules,
  version,
});
