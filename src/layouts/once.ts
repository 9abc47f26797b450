/**
 * Make a function whose result for an object is made once: what all pages of a list need of the whole of it
 * would otherwise cost each page as much as all. Forgotten together with the object.
 */
export function oncePer<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
