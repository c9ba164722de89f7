import { Canvas } from '@tarojs/components';

/** Outside the screen, not hidden: a canvas without a place is none. */
const outOfSight = { position: 'fixed', left: '-9999px', top: '0', width: '10px', height: '10px' } as const;

/** What `openCanvas` draws on: mini programs need a canvas on the page. */
export function DrawingBoard({ id }: { id: string }) {
  return <Canvas type="2d" id={id} canvasId={id} style={outOfSight} />;
}
