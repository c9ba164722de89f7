/** What an imported style or picture is in tests. */
module.exports = 'asset';
