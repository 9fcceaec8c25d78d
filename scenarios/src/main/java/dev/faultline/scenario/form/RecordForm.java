package dev.faultline.scenario.form;

import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Entry;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A mapping with a key for each component of a record. Components of type {@link Optional} and
 * those with a default can be left out. An absent optional and an empty list are not written.
 */
public final class RecordForm<R extends Record> implements Form<R> {
  private final Class<R> type;
  private final Forms forms;
  private final Map<String, Form<?>> special = new TreeMap<>();
  private final Map<String, Object> defaults = new TreeMap<>();
  private final Set<String> leftOut = new TreeSet<>();

  RecordForm(Class<R> type, Forms forms) {
    this.type = type;
    this.forms = forms;
  }

  /** Each component that is left out has the value that it has in this record. */
  RecordForm<R> defaults(R record) {
    for (RecordComponent component : type.getRecordComponents()) {
      Object value = get(component, record);
      if (!(value instanceof Optional<?> optional && optional.isEmpty())) {
        defaults.put(component.getName(), value);
      }
    }
    return this;
  }

  /** A component that is left out has this value. */
  public RecordForm<R> orElse(String component, Object value) {
    defaults.put(component, value);
    return this;
  }

  /** A component can be left out, and whoever reads it then says what it is. */
  public RecordForm<R> leftOut(String component) {
    leftOut.add(component);
    return this;
  }

  /** A component has this form and not the usual one of its type. */
  public RecordForm<R> with(String component, Form<?> form) {
    special.put(component, form);
    return this;
  }

  @Override
  public String what() {
    return "{ " + String.join(", ", names()) + " }";
  }

  /** The keys of a mapping that is to be read; all are known. */
  public Keys keys(Value value) {
    return Keys.of(value, names(), this);
  }

  @Override
  public R read(Value value) {
    Keys keys = keys(value);
    List<Object> components = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      components.add(read(component, keys));
    }
    return value.checked(() -> make(components.toArray()));
  }

  private Object read(RecordComponent component, Keys keys) {
    String name = component.getName();
    Form<Object> form = form(component);
    Optional<Object> given = keys.read(name, form);
    Object otherwise = defaults.get(name);
    if (isOptional(component)) {
      return given.isPresent() || otherwise == null ? given : otherwise;
    }
    if (given.isPresent()) {
      return given.get();
    }
    if (otherwise == null) {
      throw keys.missing(name, form.what());
    }
    return otherwise;
  }

  @Override
  public Tree write(R record) {
    List<Entry> entries = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Object value = get(component, record);
      Object given = value instanceof Optional<?> optional ? optional.orElse(null) : value;
      if (given != null && !List.of().equals(value)) {
        entries.add(Tree.entry(component.getName(), form(component).write(given)));
      }
    }
    return Tree.mapping(entries);
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.record(this);
  }

  Class<R> type() {
    return type;
  }

  boolean isRequired(String component) {
    RecordComponent declared = component(component);
    return !isOptional(declared)
        && !defaults.containsKey(component)
        && !leftOut.contains(component);
  }

  /** The form of a component. */
  public Form<Object> form(String component) {
    return form(component(component));
  }

  /** The class of a component's values; of what is in it, if it is an {@link Optional}. */
  public Class<?> valueClass(String component) {
    Type type = valueType(component(component));
    Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    return MethodType.methodType((Class<?>) raw).wrap().returnType();
  }

  /** What a component that is left out would have to say, as a tree. */
  Optional<Tree> defaultOf(String component) {
    Object value = defaults.get(component);
    Object given = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    return Optional.ofNullable(given).map(form(component)::write);
  }

  private RecordComponent component(String name) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> component.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The names of all components, in order. */
  public List<String> names() {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  // A component's form reads and writes values of the component's type.
  @SuppressWarnings("unchecked")
  private Form<Object> form(RecordComponent component) {
    Form<?> own = special.get(component.getName());
    return (Form<Object>) (own != null ? own : forms.of(valueType(component)));
  }

  private static boolean isOptional(RecordComponent component) {
    return component.getType() == Optional.class;
  }

  private static Type valueType(RecordComponent component) {
    return isOptional(component)
        ? ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
        : component.getGenericType();
  }

  private static Object get(RecordComponent component, Record record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component + " of " + record.getClass(), e);
    }
  }

  private R make(@Nullable Object[] components) {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(components);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException complaint) {
        throw complaint;
      }
      throw new IllegalStateException("cannot make a " + type, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type, e);
    }
  }
}
