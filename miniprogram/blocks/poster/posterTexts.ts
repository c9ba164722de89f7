import { defineTexts } from '@/i18n/texts';

export const posterTexts = defineTexts({
  zh: {
    save: '保存图片',
    send: '发送图片',
    fileName: '邻团海报.png',
    pictureOf: '海报：{heading}',
    leader: '团长：{name}',
    hint: '保存图片发给邻居，扫码就能下单',
    holdHint: '也可以长按海报，保存或发送图片',
    savedHere: '图片已保存到下载',
    savedToAlbum: '图片已保存到相册',
    notSaved: '没能保存，请截图分享',
    refusedTitle: '需要相册权限',
    refusedBody: '请在设置里打开“保存到相册”，再回来点“保存图片”。也可以直接截图。',
    openSettings: '去设置',
  },
  en: {
    save: 'Save picture',
    send: 'Send picture',
    fileName: 'lintuan-poster.png',
    pictureOf: 'Poster: {heading}',
    leader: 'Leader: {name}',
    hint: 'Save the picture and send it to neighbours; they scan it to order',
    holdHint: 'Or press and hold the poster to save or send it',
    savedHere: 'Picture saved to your downloads',
    savedToAlbum: 'Picture saved to your album',
    notSaved: 'It could not be saved. Take a screenshot instead.',
    refusedTitle: 'Allow saving to the album',
    refusedBody:
      'Switch on “Save to album” in the settings, then come back and tap “Save picture”. A screenshot works, too.',
    openSettings: 'Open settings',
  },
});
