type Sent = { readonly expiresAt: Date; readonly nextAllowedAt: Date };

export const presentSentCode = ({ expiresAt, nextAllowedAt }: Sent) => ({
  expiresAt: expiresAt.toISOString(),
  nextAllowedAt: nextAllowedAt.toISOString(),
});
