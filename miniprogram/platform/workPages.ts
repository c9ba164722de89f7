/** Where each role's work begins: the first page of its subpackage. */
export const workPages = {
  leader: '/leader/today/index',
  courier: '/courier/route/index',
  operator: '/operator/home/index',
} as const;
