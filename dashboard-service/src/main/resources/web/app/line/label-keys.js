// Which keys give which class.

/**
 * The keys of each class: the first ten have 1 to 9 and 0, and each has its first letter where no other class starts with
 * it. Classes that are called by digits have their own digit instead, so that no key gives another digit's class.
 */
export function keysOf(classNames) {
  const firsts = classNames.map(name => name.trim().charAt(0).toLowerCase());
  const called = firsts.some(first => /\d/.test(first));
  return classNames.map((name, index) => {
    const number = !called && index < 10 ? String((index + 1) % 10) : null;
    const own = firsts.filter(first => first === firsts[index]).length === 1 && /[\p{L}\d]/u.test(firsts[index]) ? firsts[index] : null;
    return [number, own].filter(key => key !== null);
  });
}
