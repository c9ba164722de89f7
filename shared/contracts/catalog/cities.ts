import { CityRules } from '../cityRules';
import { Bilingual, Instant, page, pageQuery, Position, Version } from '../common';
import { endpoint } from '../endpoint';
import { CityId } from '../ids';
import { z } from '../zod';
import { seenVersion } from './common';

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};
const TimeZone = z
  .string()
  .max(40)
  .regex(/^[A-Z][\w+-]*(\/[A-Z][\w+-]*)*$/, 'must be an IANA time zone like Asia/Shanghai')
  .refine(isTimeZone, 'must be a known time zone')
  .meta({ example: 'Asia/Shanghai' });

/** From `from` on, the city's clocks are so many minutes ahead of UTC. */
const UtcOffset = z.object({ from: Instant, minutes: z.int() });
export type UtcOffset = z.infer<typeof UtcOffset>;

export const City = z
  .object({
    cityId: CityId,
    name: Bilingual(40),
    timeZone: z.string(),
    /**
     * What the time zone means from last year's beginning to next year's end, oldest first: mini programs know no time zones. The
     * first entry holds for what lies before, too.
     */
    utcOffsets: z.array(UtcOffset).min(1),
    centre: Position,
    /** The numbers that shoppers must know; the rest of the rules is for operators. */
    doorDeliveryFeeFen: z.int(),
    freeDeliveryThresholdFen: z.int(),
    freshClaimHours: z.int(),
    otherClaimDays: z.int(),
    chilledOverdueHour: z.int(),
    ambientOverdueHours: z.int(),
  })
  .meta({ id: 'City' });
export type City = z.infer<typeof City>;

export const RulesOfCity = z
  .object({ cityId: CityId, timeZone: z.string(), rules: CityRules, version: Version })
  .meta({ id: 'RulesOfCity' });

type OptionalRules = {
  [Name in keyof CityRules]: z.ZodOptional<ReturnType<(typeof CityRules.shape)[Name]['unwrap']>>;
};

/** Only what changes: a rule that is not named stays, it does not fall back to its default. The table of tax rates changes whole. */
const RulesChange = z.strictObject(
  Object.fromEntries(
    Object.entries(CityRules.shape).map(([name, rule]) => [name, rule.unwrap().optional()]),
  ) as OptionalRules,
);

const cityId = z.strictObject({ cityId: CityId });

export const citiesApi = {
  listCities: endpoint({
    id: 'catalog.listCities',
    service: 'catalog',
    method: 'get',
    path: '/cities',
    access: 'public',
    summary: 'The cities that Lintuan serves.',
    query: z.strictObject(pageQuery),
    reply: page(City),
  }),
  openCity: endpoint({
    id: 'catalog.openCity',
    service: 'catalog',
    method: 'post',
    path: '/cities',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Adds a city, with the default rules.',
    body: z.strictObject({ name: Bilingual(40), timeZone: TimeZone, centre: Position }),
    reply: City,
    status: 201,
    idempotency: 'stored',
  }),
  readCity: endpoint({
    id: 'catalog.readCity',
    service: 'catalog',
    method: 'get',
    path: '/cities/:cityId',
    access: 'public',
    summary: 'One city.',
    params: cityId,
    reply: City,
    errors: ['NOT_FOUND'],
  }),
  readCityRules: endpoint({
    id: 'catalog.readCityRules',
    service: 'catalog',
    method: 'get',
    path: '/cities/:cityId/rules',
    access: ['operator'],
    summary: 'All business numbers of a city.',
    params: cityId,
    reply: RulesOfCity,
    errors: ['NOT_FOUND'],
  }),
  changeCityRules: endpoint({
    id: 'catalog.changeCityRules',
    service: 'catalog',
    method: 'patch',
    path: '/cities/:cityId/rules',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Changes some business numbers of a city; they count from the next order on.',
    params: cityId,
    body: z.strictObject({ ...seenVersion, rules: RulesChange }),
    reply: RulesOfCity,
    status: 200,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
    idempotency: 'stored',
  }),
};
