import { htmlPage, logo } from './style';

/** What stands at `/` while there is no build of the app; it looks again by itself. */
export const placeholderPage = htmlPage(
  '邻团 Lintuan',
  `<main class="centre">${logo}<h1>邻团 Lintuan</h1>
<p>应用正在准备中，好了会自动打开。</p><p>The app is being prepared. This page opens it when it is ready.</p>
<p><a href="/docs">接口文档 API reference</a></p></main>`,
  '<meta http-equiv="refresh" content="4">',
);
