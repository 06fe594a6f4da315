package io.crossline.service.problem;

import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Constraint violations with the fields' names as the caller wrote them: without the Java method and parameter. */
final class ConstraintFault {

    private static final List<Class<? extends Annotation>> PARAMETERS = List.of(PathParam.class, QueryParam.class,
            HeaderParam.class, FormParam.class, RestPath.class, RestQuery.class, RestHeader.class, RestForm.class);

    private ConstraintFault() {}

    static List<Violation> violations(ConstraintViolationException fault) {
        return fault.getConstraintViolations().stream()
                .map(found -> new Violation(field(found), found.getMessage()))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message)).toList();
    }

    private static String field(ConstraintViolation<?> found) {
        List<String> steps = new ArrayList<>();
        String method = "";
        for (Iterator<Path.Node> nodes = found.getPropertyPath().iterator(); nodes.hasNext();) {
            Path.Node node = nodes.next();
            if (node.getKind() == ElementKind.METHOD) {
                method = node.getName();
            } else if (node.getKind() == ElementKind.PARAMETER) {
                if (!isBody(found.getRootBeanClass(), method, node.as(Path.ParameterNode.class))) {
                    steps.add(node.getName());
                }
            } else {
                steps.add(node.toString());
            }
        }
        String field = String.join(".", steps).replaceAll("\\.?<[^>]*>", "");
        return field.isEmpty() ? "body" : field;
    }

    /** The container's subclass of a resource repeats its methods without the annotations of their parameters. */
    private static boolean isBody(Class<?> resource, String method, Path.ParameterNode node) {
        return Stream.<Class<?>>iterate(resource, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(found -> found.getName().equals(method)
                        && found.getParameterCount() > node.getParameterIndex())
                .map(found -> found.getParameters()[node.getParameterIndex()])
                .noneMatch(ConstraintFault::isNamed);
    }

    private static boolean isNamed(Parameter parameter) {
        return PARAMETERS.stream().anyMatch(parameter::isAnnotationPresent);
    }
}
