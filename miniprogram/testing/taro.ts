import * as taro from '@tarojs/taro-h5';

export * from '@tarojs/taro-h5';

/** What `import Taro from '@tarojs/taro'` gives in tests: in the H5 build a Babel plugin does the same name by name. */
export default { ...taro };
