/** Browsers draw on a canvas outside the page. */
export function DrawingBoard(_props: { id: string }) {
  return null;
}
