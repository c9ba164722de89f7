/** Brings a field into sight and lets it be typed into. */
export const showField = (id: string): void => {
  const field = document.getElementById(id);
  if (!field) return;
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: 'center' });
};
