// Loaded before every command of package.json. Written in the JavaScript of the oldest Nodes, so that
// each of them can say what is wrong instead of failing over syntax that it does not know.
var fs = require('fs');
var path = require('path');

var root = path.join(__dirname, '..');
var wanted = require('../package.json').devDependencies.node;

/** Say what to do, or null where the install and the running Node are those of the project. */
function advice() {
  if (!fs.existsSync(path.join(root, 'node_modules'))) {
    return 'The packages of this project are not installed: run `npm ci` in ' + root + '.';
  }
  if (!fs.existsSync(path.join(root, 'node_modules', 'astro'))) {
    return 'The install of this project is incomplete: run `npm ci` in ' + root + ' again.';
  }
  if (process.versions.node === wanted) return null;
  if (!fs.existsSync(path.join(root, 'node_modules', '.bin', 'node'))) {
    return (
      "The project's own Node " +
      wanted +
      ' was not installed, because install scripts were off: run `npm ci --ignore-scripts=false`.'
    );
  }
  return (
    'This is Node ' +
    process.versions.node +
    ', but the project brings Node ' +
    wanted +
    ': use its npm scripts, such as `npm start` and `npm test`.'
  );
}

var sentence = advice();
if (sentence !== null) {
  console.error(sentence);
  process.exit(1);
}
