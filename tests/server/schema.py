"""schema: as much of JSON Schema 2020-12 as docs/openapi.json uses.

    errors = check(value, {'$ref': '#/components/schemas/Hits'}, root)
"""
import re

KNOWN = {'type', 'properties', 'required', 'additionalProperties', 'items',
         'enum', 'const', 'minimum', 'maximum', 'minItems', 'maxItems',
         'pattern', '$ref', 'description', 'default'}

TYPES = {
    'object': lambda v: isinstance(v, dict),
    'array': lambda v: isinstance(v, list),
    'string': lambda v: isinstance(v, str),
    'boolean': lambda v: isinstance(v, bool),
    'null': lambda v: v is None,
    'integer': lambda v: isinstance(v, int) and not isinstance(v, bool),
    'number': lambda v: isinstance(v, (int, float)) and
    not isinstance(v, bool),
}


def resolve(schema, root):
    while '$ref' in schema:
        at = root
        for step in schema['$ref'].removeprefix('#/').split('/'):
            at = at[step]
        schema = at
    return schema


def check_object(value, schema, root, where):
    properties = schema.get('properties', {})
    for name in schema.get('required', []):
        if name not in value:
            yield f'{where}: {name} is missing'
    for name, part in value.items():
        inner = properties.get(name, schema.get('additionalProperties', True))
        if inner is False:
            yield f'{where}: {name} is not described'
        elif inner is not True:
            yield from check(part, inner, root, f'{where}.{name}')


def check_array(value, schema, root, where):
    if len(value) < schema.get('minItems', 0):
        yield f'{where}: too few items'
    if len(value) > schema.get('maxItems', len(value)):
        yield f'{where}: too many items'
    for i, part in enumerate(value):
        yield from check(part, schema.get('items', {}), root, f'{where}[{i}]')


def check(value, schema, root, where='$'):
    """Yields what is wrong with a value."""
    schema = resolve(schema, root)
    unknown = set(schema) - KNOWN
    if unknown:
        yield f'{where}: the schema says {unknown}, which is not understood'
    types = schema.get('type', [])
    types = [types] if isinstance(types, str) else types
    if types and not any(TYPES[t](value) for t in types):
        yield f'{where}: {value!r:.60} is no {types}'
        return
    if 'enum' in schema and value not in schema['enum']:
        yield f'{where}: {value!r} is none of {schema["enum"]}'
    if 'const' in schema and value != schema['const']:
        yield f'{where}: {value!r} is not {schema["const"]!r}'
    if isinstance(value, (int, float)):
        if not schema.get('minimum', value) <= value <= \
                schema.get('maximum', value):
            yield f'{where}: {value} is out of bounds'
    if isinstance(value, str) and not re.search(schema.get('pattern', ''),
                                                value):
        yield f'{where}: {value!r} does not match'
    if isinstance(value, dict):
        yield from check_object(value, schema, root, where)
    if isinstance(value, list):
        yield from check_array(value, schema, root, where)
