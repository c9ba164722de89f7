import { z } from './zod';

/** The four roles of an account; one account can hold several. Every account is a shopper. */
export const roles = ['shopper', 'leader', 'courier', 'operator'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** The services, as callers of each other and as owners of endpoints. */
export const serviceNames = ['identity', 'catalog', 'orders', 'delivery', 'settlement', 'gateway'] as const;
export const ServiceName = z.enum(serviceNames);
export type ServiceName = z.infer<typeof ServiceName>;
