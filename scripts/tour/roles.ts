/** Whose pages there are. */
export const tourRoles = ['shopper', 'leader', 'courier', 'operator'] as const;
export type TourRole = (typeof tourRoles)[number];
